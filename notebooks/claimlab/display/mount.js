// The faces in a notebook: what anywidget calls.

function mountExplorer(model, el, send) {
  const data = () => Object.fromEntries(
    ["spec", "pool", "states", "generation", "opened"].map((name) => [name, model.get(name)]));
  const ask = (keys) => send({ keys, generation: model.get("generation") });
  // Opened here at once, whatever Python is doing; the other copies of this explorer on the page open too.
  const skip = () => { model.set("opened", true); send({ open: true }); };
  let controls, face;
  function build(chosen) {
    face = explorerFace(data(), ask, skip, chosen);
    controls = JSON.stringify(data().spec);
    el.replaceChildren(face.root);
  }
  build({});
  return {
    on: {
      "msg:custom": (message) => face.receive(message),
      "change:opened": () => face.open(model.get("opened")),
      "change:generation": () => {
        if (JSON.stringify(data().spec) === controls) { face.swap(data()); return; }
        face.stop();
        build(face.chosen);
      },
    },
    lose: () => face.lose(),
    stop: () => face.stop(),
  };
}

function mountItem(model, el, send) {
  const face = itemFace(model.get("spec"), model.get("state"), send);
  el.append(face.root);
  return { on: { "change:state": () => face.receive(model.get("state")) }, lose: face.lose, stop: face.stop };
}

export default {
  render({ model, el }) {
    const send = (message) => { try { model.send(message); return true; } catch { return false; } };   // no kernel
    const mounted = (model.get("face") === "explorer" ? mountExplorer : mountItem)(model, el, send);
    // JupyterLab does not tell an anywidget that its kernel was restarted; a message that cannot be sent does.
    const probe = () => setTimeout(() => { if (!send({})) mounted.lose(); }, 500);
    const heard = { ...mounted.on, comm_live_update: probe };
    for (const [event, hear] of Object.entries(heard)) model.on(event, hear);
    return () => {
      for (const [event, hear] of Object.entries(heard)) model.off(event, hear);
      mounted.stop();
    };
  },
};
