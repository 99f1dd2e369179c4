// Figures that can be explored take the place of their pictures; the pictures remain for print and where scripts do not run.
function element(name, kind = "", text = "") {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = text;
  return made;
}

function button(text, label, act) {
  const made = element("button", "", text);
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

function scaleOf(heat) {
  const scale = element("span", "scale");
  const bar = element("span", "ramp");
  const most = Math.max(Math.abs(heat.from), Math.abs(heat.to));
  bar.style.background = `linear-gradient(to right, ${heat.colours.join(",")})`;
  scale.append(`${heat.label} ${short(heat.signed ? -most : heat.from)}`, bar, short(heat.signed ? most : heat.to));
  return scale;
}

class ExploredFigure {
  constructor(home) {
    this.hidden = new Set();
    this.pointed = null;
    this.stressed = null;
    this.known = new Map();
    const data = JSON.parse(home.dataset.view);
    this.panels = data.panels.map((packed) => new Panel(this, packed));
    const live = element("div", "live");
    const grid = element("div", "panels");
    grid.append(...this.panels.map((panel) => panel.box));
    live.append(element("p", "figure-title", data.title), grid, ...this.legends(), element("p", "hint", `${this.panels.some((panel) => panel.view instanceof SpaceView) ? "Drag to turn the cloud" : "Drag to move"}; + and \u2212, pinch, or the wheel after a click to zoom${this.panels.some((panel) => panel.view.frame) ? ", Shift and drag for a box" : ""}; point at a mark to see what it is.`));
    home.prepend(live);
    home.classList.add("explored");
  }

  shows(title, name) { return !this.hidden.has(keyOf(title, name)); }

  strength(title, name) { return this.stressed === null || this.stressed === keyOf(title, name) ? 1 : 0.12; }

  // For each point: 0 hidden, 1 shown, between for what stands back while one entry of the legend is pointed at.
  strengths(layer) {
    if (!this.known.has(layer)) {
      const shown = layer.groups.map((group) => group.names.map((name) => this.shows(group.title, name)));
      const stressed = layer.groups.map((group) => group.names.map((name) => this.stressed === keyOf(group.title, name)));
      this.known.set(layer, Float32Array.from(layer.x, (_, i) =>
        !layer.groups.every((group, g) => shown[g][group.of[i]]) ? 0 : this.stressed === null || layer.groups.some((group, g) => stressed[g][group.of[i]]) ? 1 : 0.12));
    }
    return this.known.get(layer);
  }

  redraw() {
    this.known.clear();
    this.panels.forEach((panel) => panel.draw());
  }

  point(sample) {
    if (sample !== this.pointed) {
      this.pointed = sample;
      this.panels.forEach((panel) => panel.point(sample));
    }
  }

  // The entries of all panels by title: points of equal names are one entry.
  entries() {
    const titles = new Map();
    const add = (title, name, colour, shape) => {
      const names = titles.get(title) ?? titles.set(title, new Map()).get(title);
      if (name && !names.has(name)) {
        names.set(name, { colour, shape });
      }
    };
    for (const layer of this.panels.flatMap((panel) => panel.layers)) {
      if (layer.kind === "line") {
        add("", layer.name, layer.colour, 0);
      }
      layer.groups?.forEach((group, g) => group.names.forEach((name, k) => add(group.title, name, g === 0 ? layer.groups[0].colours[k] : null, layer.muted ? 0 : k % shapes)));
    }
    return titles;
  }

  legends() {
    return [...this.entries()].filter(([, names]) => names.size > 1).map(([title, names]) => {
      const legend = element("div", "legend");
      legend.setAttribute("role", "group");
      legend.setAttribute("aria-label", title || "shown");
      const entries = [...names].map(([name, look]) => this.entry(title, name, look));
      const all = (shown) => {
        names.forEach((_, name) => this.hidden[shown ? "delete" : "add"](keyOf(title, name)));
        entries.forEach((entry) => entry.setAttribute("aria-pressed", shown));
        this.redraw();
      };
      legend.append(element("span", "legend-title", title), button("all", `Show every ${title || "entry"}`, () => all(true)), button("none", `Hide every ${title || "entry"}`, () => all(false)), ...entries);
      return legend;
    });
  }

  entry(title, name, { colour, shape }) {
    const key = keyOf(title, name);
    const made = button("", `Show or hide ${title} ${name}`, () => {
      this.hidden[this.hidden.has(key) ? "delete" : "add"](key);
      made.setAttribute("aria-pressed", !this.hidden.has(key));
      this.redraw();
    });
    made.className = "entry";
    made.setAttribute("aria-pressed", true);
    if (colour) {
      const swatch = element("canvas", "swatch");
      [swatch.width, swatch.height] = [28, 28];
      const context = swatch.getContext("2d");
      context.fillStyle = colour;
      tracePath(context, shape, 14, 14, 9);
      context.fill();
      made.append(swatch);
    }
    made.append(name);
    const stress = (stressed) => {
      this.stressed = stressed;
      this.redraw();
    };
    made.addEventListener("mouseenter", () => !this.hidden.has(key) && stress(key));
    made.addEventListener("mouseleave", () => this.stressed !== null && stress(null));
    return made;
  }
}

document.querySelectorAll("figure[data-view]").forEach((home) => new ExploredFigure(home));
