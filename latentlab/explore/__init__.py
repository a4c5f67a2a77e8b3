"""Looking into a latent space: plain requests in, images out. Knows no window and no training.

`requests` costs little to import; `renderer` brings torch.
"""
