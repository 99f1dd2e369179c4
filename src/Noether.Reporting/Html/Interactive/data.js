// What a figure holds, out of its compact form: 16-bit steps between two ends, in base 64.
const absent = 65535;

const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const wholesOf = (text) => new Uint16Array(bytesOf(text).buffer);

function numbersOf({ from, to, data }) {
  const share = 1 / (absent - 1);
  return Float64Array.from(wholesOf(data), (whole) => (whole === absent ? NaN : from * (1 - whole * share) + to * (whole * share)));
}

function short(value) {
  const size = Math.abs(value);
  const text = size !== 0 && (size >= 1e5 || size < 1e-3) ? value.toExponential(2) : String(Number(value.toPrecision(4)));
  return text.replace("-", "\u2212");
}

// What has no place on an axis is left out of a list as null, which would count as 0.
const placed = (values) => values.map((value) => value ?? NaN);

// A layer with its arrays unpacked, and the same for every kind: x, y (and z) of its marks.
function layerOf(packed) {
  switch (packed.kind) {
    case "points": {
      const points = { ...packed, x: numbersOf(packed.x), y: numbersOf(packed.y), z: packed.z ? numbersOf(packed.z) : null };
      points.groups = packed.groups.map((group) => ({ ...group, of: wholesOf(group.data) }));
      points.samples = packed.samples ? new Int32Array(bytesOf(packed.samples).buffer) : null;
      points.sample = (i) => (points.samples ? points.samples[i] : i);
      return points;
    }
    case "heat":
      return { ...packed, ...packed.values, values: numbersOf(packed.values), x: [packed.left, packed.right], y: [packed.bottom, packed.top] };
    case "bars":
      return { ...packed, x: packed.y.map((_, i) => i + 1), y: placed(packed.y) };
    default:
      return { ...packed, x: placed(packed.x), y: placed(packed.y) };
  }
}

const keyOf = (title, name) => `${title}\n${name}`;

function boundsOf(values) {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (Number.isFinite(value)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return least > most ? [0, 1] : least === most ? [least - 0.5, most + 0.5] : [least, most];
}

function joined(layers, axis) {
  return boundsOf(layers.flatMap((layer) => (layer[axis] ? boundsOfNonempty(layer[axis]) : [])));
}

const boundsOfNonempty = (values) => (values.length === 0 ? [] : boundsOf(values));
