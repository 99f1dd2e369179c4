// Mouse, fingers and keys on a panel.
function listen(panel) {
  const { stage, view } = panel;
  const down = new Map();
  let corner = null;

  const at = (event) => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  stage.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      stage.focus({ preventScroll: true });
      stage.setPointerCapture(event.pointerId);
      down.set(event.pointerId, at(event));
      corner = event.shiftKey && view.frame && down.size === 1 ? at(event) : null;
      tell(panel, event.pointerType === "touch" ? at(event) : null);
    }
  });

  stage.addEventListener("pointermove", (event) => {
    const now = at(event);
    if (!down.has(event.pointerId)) {
      tell(panel, now);
      return;
    }
    const before = down.get(event.pointerId);
    down.set(event.pointerId, now);
    tell(panel, null);
    if (corner) {
      drawFrame(panel, corner, now);
      return;
    }
    if (down.size === 1) {
      view.drag(now[0] - before[0], now[1] - before[1], false);
    } else {
      const other = [...down].find(([id]) => id !== event.pointerId)[1];
      const apart = (place) => Math.max(1, Math.hypot(place[0] - other[0], place[1] - other[1]));
      view.magnify(apart(now) / apart(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
      view.drag((now[0] - before[0]) / 2, (now[1] - before[1]) / 2, true);
    }
    panel.draw();
  });

  const up = (event) => {
    const now = at(event);
    if (corner && Math.abs(now[0] - corner[0]) > 8 && Math.abs(now[1] - corner[1]) > 8) {
      view.frame(Math.min(now[0], corner[0]), Math.min(now[1], corner[1]), Math.max(now[0], corner[0]), Math.max(now[1], corner[1]));
      panel.draw();
    }
    corner = null;
    down.delete(event.pointerId);
  };
  stage.addEventListener("pointerup", up);
  stage.addEventListener("pointercancel", (event) => {
    corner = null;
    down.delete(event.pointerId);
  });
  stage.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && tell(panel, null));
  stage.addEventListener("dblclick", () => panel.reset());

  // The wheel scrolls the page until a panel has been clicked.
  stage.addEventListener("wheel", (event) => {
    if (event.ctrlKey || document.activeElement === stage) {
      event.preventDefault();
      view.magnify(Math.exp(-event.deltaY / 400), ...at(event));
      panel.draw();
    }
  }, { passive: false });

  const steps = { ArrowLeft: [20, 0], ArrowRight: [-20, 0], ArrowUp: [0, 20], ArrowDown: [0, -20] };
  stage.addEventListener("keydown", (event) => {
    if (steps[event.key]) {
      view.drag(...steps[event.key], false);
    } else if (event.key === "+" || event.key === "-") {
      panel.zoom(event.key === "+" ? 1.25 : 0.8);
    } else if (event.key === "0") {
      view.reset();
    } else {
      return;
    }
    event.preventDefault();
    panel.draw();
  });
}

function drawFrame(panel, [x, y], [toX, toY]) {
  const context = panel.above.getContext("2d");
  context.clearRect(0, 0, panel.stage.clientWidth, panel.stage.clientHeight);
  context.strokeStyle = ink;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.strokeRect(x, y, toX - x, toY - y);
  context.setLineDash([]);
}

// Says what lies at a place, beside it, and rings the sample in all panels of the figure.
function tell(panel, place) {
  const found = place && panel.nearest(...place);
  panel.tip.hidden = !found;
  panel.figure.point(found?.layer.kind === "points" ? found.layer.sample(found.i) : null);
  if (!found) {
    return;
  }
  panel.tip.replaceChildren(...linesOf(panel.packed, found).map((line) => element("div", "", line)));
  const [width, height] = [panel.tip.offsetWidth, panel.tip.offsetHeight];
  panel.tip.style.left = `${Math.max(0, Math.min(place[0] + 14, panel.stage.clientWidth - width))}px`;
  panel.tip.style.top = `${place[1] > height + 14 ? place[1] - height - 12 : place[1] + 18}px`;
}

function linesOf(panel, { layer, i, x, y }) {
  const value = (name, number) => (name ? [Number.isFinite(number) ? `${name} = ${short(number)}` : `${name}: not on this axis`] : []);
  switch (layer.kind) {
    case "points":
      return [
        `sample ${layer.sample(i)}`,
        ...layer.groups.map((group) => (group.title ? `${group.title}: ${group.names[group.of[i]]}` : group.names[group.of[i]])),
        ...value(panel.x, layer.x[i]), ...value(panel.y, layer.y[i]), ...(layer.z ? value(panel.z, layer.z[i]) : []),
      ];
    case "heat":
      return layer.signed
        ? [`row ${Math.floor(i / layer.columns) + 1}, column ${(i % layer.columns) + 1}`, ...value(layer.label, layer.values[i])]
        : [...value(panel.x, x), ...value(panel.y, y), ...value(layer.label, layer.values[i])];
    default:
      return [...(layer.name ? [layer.name] : []), ...value(panel.x, layer.x[i]), ...value(panel.y, panel.log ? 10 ** layer.y[i] : layer.y[i])];
  }
}
