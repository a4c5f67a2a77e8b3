"use strict";
(() => {
  const element = (name) => document.getElementById(name);
  const bytes = (name) => Uint8Array.from(atob(element(name).textContent), (letter) => letter.charCodeAt(0));
  const unpacked = (packed) => new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const about = JSON.parse(element("about").textContent);
  const [, height, width] = about.shape;
  const state = element("state");
  const sliders = Array.from(document.querySelectorAll(".sliders input"));
  const z = new Float32Array(about.dims);

  async function start() {
    const code = new Blob([await unpacked(bytes("runtime"))], { type: "text/javascript" });
    const ort = await import(URL.createObjectURL(code));
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.wasmBinary = await unpacked(bytes("wasm"));
    const session = await ort.InferenceSession.create(bytes("decoder"), { executionProviders: ["wasm"] });
    return async (latent) => {
      const given = new ort.Tensor("float32", Float32Array.from(latent), [1, about.dims]);
      return (await session.run({ z: given })).image.data;
    };
  }

  function draw(image) {
    const context = element("picture").getContext("2d");
    const pixels = context.createImageData(width, height);
    const area = width * height;
    for (let place = 0; place < area; place += 1) {
      for (let colour = 0; colour < 3; colour += 1) {
        pixels.data[4 * place + colour] = Math.round(255 * image[place + area * (about.shown[colour] ?? 0)]);
      }
      pixels.data[4 * place + 3] = 255;
    }
    context.putImageData(pixels, 0, 0);
  }

  async function run() {
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
      state.textContent = "This browser has no WebAssembly, so the decoder cannot run here; a current Chrome, Firefox or Safari can.";
      return;
    }
    const decode = await start();
    let drawing = false, wanted = false;
    async function show() {
      wanted = true;
      if (drawing) return;
      drawing = true;
      while (wanted) {
        wanted = false;
        draw(await decode(z));
      }
      drawing = false;
    }
    function place(slider, value) {
      z[Number(slider.dataset.dim)] = value;
      slider.value = value;
      slider.nextElementSibling.textContent = value.toFixed(2);
    }
    for (const slider of sliders) {
      slider.disabled = false;
      slider.addEventListener("input", () => { place(slider, Number(slider.value)); show(); });
    }
    const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
    const press = (name, value) => {
      element(name).disabled = false;
      element(name).addEventListener("click", () => {
        for (let dim = 0; dim < z.length; dim += 1) z[dim] = value();
        for (const slider of sliders) place(slider, z[Number(slider.dataset.dim)]);
        show();
      });
    };
    press("reset", () => 0);
    press("random", () => Math.max(-4, Math.min(4, normal())));
    await show();
    state.textContent = "";
    return decode;
  }

  window.latentlab = run().catch((error) => { state.textContent = `The decoder cannot run in this browser: ${error.message}`; });
})();
