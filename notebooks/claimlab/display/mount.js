// @ts-check
// The faces in a notebook: what anywidget calls.

/** @param {Model<ExplorerModel>} model @param {HTMLElement} el @param {Send} send @returns {Mounted} */
function mountExplorer(model, el, send) {
  /** @type {Ask} */
  const ask = (keys) => send({ keys });
  // Opened here at once, whatever Python is doing; the other copies of this explorer on the page open too.
  const skip = () => { model.set("opened", true); send({ open: true }); };
  const predicted = () => { const said = model.get("prediction"); return "said" in said ? said : null; };
  const face = explorerFace({
    spec: model.get("spec"), states: model.get("states"), packed: model.get("packed"), prediction: predicted(),
    opened: model.get("opened"),
  }, ask, skip);
  el.replaceChildren(face.root);
  return {
    on: {
      "msg:custom": (message) => face.receive(message),
      "change:opened": () => face.open(model.get("opened")),
      "change:prediction": () => face.predict(predicted()),
    },
    lose: () => face.lose(),
    stop: () => face.stop(),
  };
}

/** @param {ItemModel} model @param {HTMLElement} el @param {Send} send @returns {Mounted} */
function mountItem(model, el, send) {
  const face = itemFace(model.get("spec"), model.get("state"), send);
  el.append(face.root);
  return { on: { "change:state": () => face.receive(model.get("state")) }, lose: face.lose, stop: face.stop };
}

export default {
  /** @param {{ model: AnyModel, el: HTMLElement }} given */
  render({ model, el }) {
    /** @type {Send} */
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
