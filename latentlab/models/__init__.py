"""Networks and the distributions they describe. No loss lives here."""

from latentlab.models.costs import Cost, cost, refuse_too_large, refuse_too_many_weights
from latentlab.models.distributions import DiagonalGaussian, MeanAlone, unknown_sigma
from latentlab.models.families import Family
from latentlab.models.ladder import LadderPosterior
from latentlab.models.likelihoods import Bernoulli, DiscretizedLogistic, Gaussian, Laplace, Likelihood
from latentlab.models.mixtures import GaussianMixture
from latentlab.models.networks import Networks
from latentlab.models.observation import Observation, Transform
from latentlab.models.patchgan import PatchDiscriminator, build_discriminator
from latentlab.models.posteriors import Posterior, kl_divergence
from latentlab.models.priors import MixturePrior, Prior, PriorKl, PriorNetwork, StandardNormal, kl_to_standard_normal
from latentlab.models.vae import VAE, build_vae, vae_without_weights

__all__ = [
    "VAE",
    "Bernoulli",
    "Cost",
    "DiagonalGaussian",
    "DiscretizedLogistic",
    "Family",
    "Gaussian",
    "GaussianMixture",
    "LadderPosterior",
    "Laplace",
    "Likelihood",
    "MeanAlone",
    "MixturePrior",
    "Networks",
    "Observation",
    "PatchDiscriminator",
    "Posterior",
    "Prior",
    "PriorKl",
    "PriorNetwork",
    "StandardNormal",
    "Transform",
    "build_discriminator",
    "build_vae",
    "cost",
    "kl_divergence",
    "kl_to_standard_normal",
    "refuse_too_large",
    "refuse_too_many_weights",
    "unknown_sigma",
    "vae_without_weights",
]
