// Where coordinates fall on the sheet: in the plane, and in space.
const margin = 0.05;

class PlaneView {
  constructor(layers, panel) {
    this.panel = panel;
    this.heat = layers.some((layer) => layer.kind === "heat");
    this.upwards = layers.some((layer) => layer.kind === "heat" && layer.bottom > layer.top) ? -1 : 1; // rows of a matrix count downwards
    const bars = layers.some((layer) => layer.kind === "bars");
    this.home = { x: joined(layers, "x"), y: joined(layers, "y") };
    if (bars) {
      this.home.x = [this.home.x[0] - 0.5, this.home.x[1] + 0.5];
      this.home.y = [Math.min(0, this.home.y[0]), this.home.y[1]];
    }
    if (panel.log) {
      this.home.y = [Math.floor(joined(layers, "y")[0]), Math.ceil(joined(layers, "y")[1])];
    }
    this.reset();
  }

  get atHome() { return this.zoom === 1; }

  reset() {
    this.zoom = 1;
    const [x, y] = [this.home.x, this.home.y];
    this.centre = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
    if (this.area) {
      this.fit(this.area);
    }
  }

  // Units per pixel for an area of the sheet; equal on both axes where lengths mean something.
  fit(area) {
    this.area = area;
    const room = this.heat ? 1 : 1 + 2 * margin;
    let [h, v] = [area.width / ((this.home.x[1] - this.home.x[0]) * room), area.height / ((this.home.y[1] - this.home.y[0]) * room)];
    if (this.panel.equal) {
      h = v = Math.min(h, v);
    }
    this.scale = [h * this.zoom, v * this.zoom];
    this.base = [h, v];
  }

  across(x) { return this.area.left + this.area.width / 2 + (x - this.centre[0]) * this.scale[0]; }

  down(y) { return this.area.top + this.area.height / 2 - this.upwards * (y - this.centre[1]) * this.scale[1]; }

  at(px, py) {
    return [
      this.centre[0] + (px - this.area.left - this.area.width / 2) / this.scale[0],
      this.centre[1] - this.upwards * (py - this.area.top - this.area.height / 2) / this.scale[1],
    ];
  }

  place(layer, places) {
    for (let i = 0; i < layer.x.length; i++) {
      places.x[i] = this.across(layer.x[i]);
      places.y[i] = this.down(layer.y[i]);
    }
  }

  drag(dx, dy) {
    this.centre[0] -= dx / this.scale[0];
    this.centre[1] += this.upwards * dy / this.scale[1];
  }

  magnify(factor, px, py) {
    const [x, y] = this.at(px, py);
    this.zoom = Math.min(1e4, Math.max(0.5, this.zoom * factor));
    this.scale = [this.base[0] * this.zoom, this.base[1] * this.zoom];
    const [nowX, nowY] = this.at(px, py);
    this.centre[0] += x - nowX;
    this.centre[1] += y - nowY;
  }

  // The part of the sheet between two corners fills it.
  frame(left, top, right, bottom) {
    const [x, y] = this.at((left + right) / 2, (top + bottom) / 2);
    const factor = Math.min(this.area.width / Math.max(right - left, 1), this.area.height / Math.max(bottom - top, 1));
    this.zoom = Math.min(1e4, this.zoom * factor);
    this.scale = [this.base[0] * this.zoom, this.base[1] * this.zoom];
    this.centre = [x, y];
  }
}

class SpaceView {
  constructor(layers, panel) {
    this.panel = panel;
    this.bounds = ["x", "y", "z"].map((axis) => joined(layers, axis));
    this.middle = this.bounds.map(([least, most]) => (least + most) / 2);
    const halves = this.bounds.map(([least, most]) => (most - least) / 2);
    this.unit = panel.equal ? halves.map(() => Math.max(...halves)) : halves;
    this.reset();
  }

  get atHome() { return false; }

  reset() {
    this.zoom = 1;
    this.shift = [0, 0];
    this.turn = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    this.rotate(-0.5, 0.35);
  }

  fit(area) {
    this.area = area;
    this.base = Math.min(area.width, area.height) / 3.2;
  }

  // About the vertical, then about the horizontal line of the sheet.
  rotate(right, down) {
    const [c, s, d, t] = [Math.cos(right), Math.sin(right), Math.cos(down), Math.sin(down)];
    const [a, b, e] = this.turn;
    const first = a.map((_, i) => c * a[i] + s * e[i]);
    const back = a.map((_, i) => c * e[i] - s * a[i]);
    this.turn = [first, b.map((_, i) => d * b[i] - t * back[i]), b.map((_, i) => d * back[i] + t * b[i])];
  }

  drag(dx, dy, together) {
    if (together) {
      this.shift[0] += dx;
      this.shift[1] += dy;
    } else {
      this.rotate(dx * 0.01, dy * 0.01);
    }
  }

  magnify(factor) { this.zoom = Math.min(200, Math.max(0.3, this.zoom * factor)); }

  spot(x, y, z) {
    const u = [(x - this.middle[0]) / this.unit[0], (y - this.middle[1]) / this.unit[1], (z - this.middle[2]) / this.unit[2]];
    const [h, v, d] = this.turn.map((row) => row[0] * u[0] + row[1] * u[1] + row[2] * u[2]);
    const scale = this.base * this.zoom;
    return [this.area.left + this.area.width / 2 + this.shift[0] + h * scale, this.area.top + this.area.height / 2 + this.shift[1] - v * scale, d];
  }

  place(layer, places) {
    for (let i = 0; i < layer.x.length; i++) {
      [places.x[i], places.y[i], places.depth[i]] = this.spot(layer.x[i], layer.y[i], layer.z ? layer.z[i] : this.middle[2]);
    }
  }
}
