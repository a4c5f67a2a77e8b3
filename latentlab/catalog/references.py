"""The papers that entries of the catalog name, as a list of references has them."""

REFERENCES = {
    "Burda et al. 2016": "Burda, Y., Grosse, R., Salakhutdinov, R. (2016). Importance Weighted Autoencoders. ICLR.",
    "Chadebec et al. 2022": (
        "Chadebec, C., Vincent, L. J., Allassonnière, S. (2022). Pythae: Unifying Generative Autoencoders in "
        "Python. A Benchmarking Use Case. NeurIPS Datasets and Benchmarks."
    ),
    "Chen et al. 2018": (
        "Chen, R. T. Q., Li, X., Grosse, R., Duvenaud, D. (2018). Isolating Sources of Disentanglement in "
        "Variational Autoencoders. NeurIPS."
    ),
    "Chen et al. 2020": (
        "Chen, T., Kornblith, S., Norouzi, M., Hinton, G. (2020). A Simple Framework for Contrastive Learning of "
        "Visual Representations. ICML."
    ),
    "Higgins et al. 2017": (
        "Higgins, I., Matthey, L., Pal, A., Burgess, C., Glorot, X., Botvinick, M., Mohamed, S., Lerchner, A. "
        "(2017). beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework. ICLR."
    ),
    "Kim & Mnih 2018": "Kim, H., Mnih, A. (2018). Disentangling by Factorising. ICML.",
    "Kingma & Ba 2015": "Kingma, D. P., Ba, J. (2015). Adam: A Method for Stochastic Optimization. ICLR.",
    "Kingma & Welling 2014": "Kingma, D. P., Welling, M. (2014). Auto-Encoding Variational Bayes. ICLR.",
    "Kumar et al. 2018": (
        "Kumar, A., Sattigeri, P., Balakrishnan, A. (2018). Variational Inference of Disentangled Latent Concepts"
        " from Unlabeled Observations. ICLR."
    ),
    "Loshchilov & Hutter 2017": (
        "Loshchilov, I., Hutter, F. (2017). SGDR: Stochastic Gradient Descent with Warm Restarts. ICLR."
    ),
    "Loshchilov & Hutter 2019": "Loshchilov, I., Hutter, F. (2019). Decoupled Weight Decay Regularization. ICLR.",
    "Rivera 2024": "Rivera, M. (2024). How to train your VAE. IEEE International Conference on Image Processing.",
    "Rombach et al. 2022": (
        "Rombach, R., Blattmann, A., Lorenz, D., Esser, P., Ommer, B. (2022). High-Resolution Image Synthesis "
        "with Latent Diffusion Models. CVPR."
    ),
    "Salimans et al. 2017": (
        "Salimans, T., Karpathy, A., Chen, X., Kingma, D. P. (2017). PixelCNN++: Improving the PixelCNN with "
        "Discretized Logistic Mixture Likelihood and Other Modifications. ICLR."
    ),
    "Sinha & Dieng 2021": (
        "Sinha, S., Dieng, A. B. (2021). Consistency Regularization for Variational Auto-Encoders. NeurIPS."
    ),
    "Smith & Topin 2018": (
        "Smith, L. N., Topin, N. (2018). Super-Convergence: Very Fast Training of Neural Networks Using Large "
        "Learning Rates. arXiv:1708.07120."
    ),
    "Sønderby et al. 2016": (
        "Sønderby, C. K., Raiko, T., Maaløe, L., Sønderby, S. K., Winther, O. (2016). Ladder Variational Autoencoders. NeurIPS."
    ),
    "Tolstikhin et al. 2018": (
        "Tolstikhin, I., Bousquet, O., Gelly, S., Schölkopf, B. (2018). Wasserstein Auto-Encoders. ICLR."
    ),
    "Tomczak & Welling 2018": "Tomczak, J. M., Welling, M. (2018). VAE with a VampPrior. AISTATS.",
    "Tucker et al. 2019": (
        "Tucker, G., Lawson, D., Gu, S., Maddison, C. J. (2019). Doubly Reparameterized Gradient Estimators for "
        "Monte Carlo Objectives. ICLR."
    ),
    "Zhao et al. 2019": (
        "Zhao, S., Song, J., Ermon, S. (2019). InfoVAE: Balancing Learning and Inference in Variational Autoencoders. AAAI."
    ),
}


def references(paper: str) -> list[str]:
    """Each of the papers that an entry names, in full; one that a plug-in names stays as it is."""
    return [REFERENCES.get(short, short) for short in paper.split("; ") if short]
