// One panel: a sheet that is drawn on, and a second one above it for what is pointed at.
const reach = 14; // pixels around a pointer

class Panel {
  constructor(figure, packed) {
    this.figure = figure;
    this.packed = packed;
    this.layers = packed.layers.map(layerOf);
    const deep = this.layers.some((layer) => layer.z);
    packed.whole = this.layers.some((layer) => layer.kind === "bars" || (layer.kind === "line" && layer.x.every(Number.isInteger)));
    packed.cells = this.layers.some((layer) => layer.kind === "heat" && layer.signed);
    this.view = deep ? new SpaceView(this.layers, packed) : new PlaneView(this.layers, packed);
    this.places = this.layers.map((layer) => ({ x: new Float32Array(layer.x.length), y: new Float32Array(layer.x.length), depth: new Float32Array(layer.x.length) }));
    this.build();
  }

  build() {
    this.box = element("div", "panel");
    this.box.append(element("p", "panel-title", this.packed.title));
    this.stage = element("div", "stage");
    Object.assign(this.stage, { tabIndex: 0, panel: this });
    this.stage.setAttribute("role", "img");
    this.stage.setAttribute("aria-label", `${this.packed.title}. ${this.view instanceof SpaceView ? "Arrow keys turn the cloud" : "Arrow keys move the view"}, plus and minus zoom, 0 resets.`);
    this.sheet = element("canvas", "sheet-of-points");
    this.above = element("canvas", "above");
    this.tip = element("div", "tip");
    this.tip.hidden = true;
    this.stage.append(this.sheet, this.above, this.tip);
    const tools = element("div", "tools");
    tools.append(button("+", "Zoom in", () => this.zoom(1.5)), button("\u2212", "Zoom out", () => this.zoom(1 / 1.5)), button("Reset", "Reset the view", () => this.reset()), ...this.layers.filter((layer) => layer.kind === "heat").map(scaleOf));
    this.box.append(this.stage, tools);
    listen(this);
    new ResizeObserver(() => this.resize()).observe(this.stage);
  }

  resize() {
    const [width, height] = [this.stage.clientWidth, this.stage.clientHeight];
    if (width === 0) {
      return;
    }
    this.density = Math.min(3, window.devicePixelRatio || 1);
    for (const canvas of [this.sheet, this.above]) {
      [canvas.width, canvas.height] = [width * this.density, height * this.density];
      canvas.getContext("2d").setTransform(this.density, 0, 0, this.density, 0, 0);
    }
    this.view.fit(this.view instanceof SpaceView ? { left: 0, top: 0, width, height } : { left: 62, top: 8, width: width - 72, height: height - 52 });
    this.draw();
  }

  zoom(factor) {
    const { left, top, width, height } = this.view.area;
    this.view.magnify(factor, left + width / 2, top + height / 2);
    this.draw();
  }

  reset() {
    this.view.reset();
    this.draw();
  }

  draw() {
    if (!this.view.area) {
      return;
    }
    const context = this.sheet.getContext("2d");
    const { left, top, width, height } = this.view.area;
    context.clearRect(0, 0, this.stage.clientWidth, this.stage.clientHeight);
    context.font = "12px Inter, system-ui, sans-serif";
    (this.view instanceof SpaceView ? drawBox : drawAxes)(context, this.view, this.packed);
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    this.layers.forEach((layer, index) => this.drawLayer(context, layer, this.places[index]));
    context.restore();
    this.point(this.figure.pointed);
  }

  drawLayer(context, layer, places) {
    this.view.place(layer, places);
    if (layer.kind === "heat") {
      drawHeat(context, this.view, layer);
    } else if (layer.kind === "bars") {
      drawBars(context, this.view, layer);
    } else if (layer.kind === "points") {
      this.drawPoints(context, layer, places);
    } else if (this.figure.shows("", layer.name)) {
      context.globalAlpha = this.figure.strength("", layer.name);
      drawLine(context, layer, places);
      context.globalAlpha = 1;
    }
  }

  drawPoints(context, layer, places) {
    const size = Math.min(14, Math.min(6, Math.max(2.6, 250 / Math.sqrt(layer.x.length))) * Math.max(1, this.view.zoom) ** 0.4);
    const colours = layer.groups[0];
    const stamps = colours.colours.map((colour, g) => stampOf(colour, layer.muted ? 0 : g % shapes, size, this.density));
    const seen = this.figure.strengths(layer);
    const order = layer.z ? Int32Array.from(places.depth.keys()).sort((i, j) => places.depth[i] - places.depth[j]) : places.x.keys();
    for (const i of order) {
      if (seen[i] > 0) {
        const { stamp, half } = stamps[colours.of[i]];
        context.globalAlpha = seen[i] * (layer.z ? Math.min(1, Math.max(0.35, 0.75 + 0.3 * places.depth[i])) : 1);
        context.drawImage(stamp, places.x[i] - half, places.y[i] - half, 2 * half, 2 * half);
      }
    }
    context.globalAlpha = 1;
  }

  // What lies nearest to a place of the sheet: a layer and the number of a mark in it.
  nearest(px, py) {
    let best = null;
    let least = reach * reach;
    this.layers.forEach((layer, index) => {
      const seen = layer.kind === "points" ? this.figure.strengths(layer) : null;
      if (layer.kind === "heat" || (layer.kind === "line" && !this.figure.shows("", layer.name))) {
        return;
      }
      const places = this.places[index];
      for (let i = 0; i < layer.x.length; i++) {
        const distance = layer.kind === "bars"
          ? (2 * reach * (places.x[i] - px) / this.view.scale[0]) ** 2 // anywhere above a bar
          : (places.x[i] - px) ** 2 + (places.y[i] - py) ** 2;
        if (distance < least && (!seen || seen[i] > 0)) {
          [least, best] = [distance, { layer, i }];
        }
      }
    });
    return best ?? this.cell(px, py);
  }

  cell(px, py) {
    const heat = this.layers.find((layer) => layer.kind === "heat");
    if (!heat) {
      return null;
    }
    const [x, y] = this.view.at(px, py);
    const [column, row] = [Math.floor(((x - heat.left) / (heat.right - heat.left)) * heat.columns), Math.floor(((y - heat.top) / (heat.bottom - heat.top)) * heat.rows)];
    return column >= 0 && row >= 0 && column < heat.columns && row < heat.rows ? { layer: heat, i: row * heat.columns + column, x, y } : null;
  }

  // A ring around a sample, in every panel that shows it.
  point(sample) {
    const context = this.above.getContext("2d");
    context.clearRect(0, 0, this.stage.clientWidth, this.stage.clientHeight);
    if (sample === null) {
      return;
    }
    this.layers.forEach((layer, index) => {
      const i = layer.kind !== "points" ? -1 : layer.samples ? layer.samples.indexOf(sample) : sample < layer.x.length ? sample : -1;
      if (i >= 0 && this.figure.strengths(layer)[i] > 0) {
        context.strokeStyle = ink;
        context.lineWidth = 2;
        tracePath(context, 0, this.places[index].x[i], this.places[index].y[i], 8);
        context.stroke();
      }
    });
  }
}
