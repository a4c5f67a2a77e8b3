"""A model as a folder of diffusers' `AutoencoderKL` that its `from_pretrained` loads."""

import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

from latentlab.catalog.networks import AutoencoderKlConfig
from latentlab.errors import ConfigError
from latentlab.exchange.diffusers_folder import BLOCKS, CLASS, CONFIG, WEIGHTS, read_diffusers_folder, their_name
from latentlab.exchange.exported import Source, instead
from latentlab.models.autoencoder_kl import build


def write(source: Source, folder: Path) -> float:
    """Write config.json and the weights, read them again, and compare what they compute with the model.

    Raises:
        ConfigError: if the model is no AutoencoderKL, or its likelihood reads the decoder's output in another way.
        ExportError: if what was written computes something else.
    """
    config, shape = source.run.config, source.vae.image_shape
    model = config.model
    if not isinstance(model, AutoencoderKlConfig):
        raise ConfigError(f"model.name = '{model.name}': diffusers' AutoencoderKL has other networks; {instead(config)}")
    if config.likelihood.name != "none":
        raise ConfigError(
            f"likelihood.name = '{config.likelihood.name}': diffusers takes the decoder's output as the image, as 'none' "
            "does; --to onnx or --to torch would work."
        )
    state = {name: value for name, value in source.vae.state_dict().items() if name.startswith(("encoder.", "decoder."))}
    (folder / CONFIG).write_text(json.dumps(_settings(model, shape), indent=2), encoding="utf-8")
    save_file({their_name(name): value.contiguous() for name, value in state.items()}, folder / WEIGHTS, {"format": "pt"})
    read = read_diffusers_folder(folder, shape[1])
    # A folder says nothing of images that are no squares; their shape decides how many dimensions z has, and no weight.
    settings = AutoencoderKlConfig.model_validate({**read.model, "latent_dim": model.latent_dim})
    networks = build(settings, shape, shape)
    for prefix, network in (("encoder.", networks.encoder), ("decoder.", networks.decoder)):
        network.load_state_dict({name.removeprefix(prefix): w for name, w in read.weights.items() if name.startswith(prefix)})
        network.eval()

    @torch.no_grad()
    def computed(half: str, given: Tensor) -> tuple[Tensor, ...]:
        if half == "encoder":
            return tuple(networks.encoder(given).chunk(2, -1))
        return (networks.decoder(given).clamp(0, 1),)

    return source.check(computed)


def _settings(model: AutoencoderKlConfig, image_shape: tuple[int, int, int]) -> dict[str, object]:
    """What `config.json` says."""
    widths = list(model.widths)
    blocks = {key: [kind] * len(widths) for key, kind in BLOCKS.items()}
    return blocks | {
        "_class_name": CLASS,
        "act_fn": "silu",
        "in_channels": image_shape[0],
        "out_channels": image_shape[0],
        "block_out_channels": widths,
        "layers_per_block": model.blocks,
        "latent_channels": model.latent_shape(image_shape)[0],
        "norm_num_groups": model.norm_groups,
        "sample_size": max(image_shape[1:]),
        "scaling_factor": model.scaling_factor,
        "shift_factor": model.shift_factor or None,
        "use_quant_conv": model.quant_conv,
        "use_post_quant_conv": model.post_quant_conv,
        "mid_block_add_attention": model.mid_attention,
    }
