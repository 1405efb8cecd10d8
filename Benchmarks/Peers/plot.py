"""Time against number of States, as an SVG with logarithmic axes."""

import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 480, 70, 150, 20, 50
# Told apart in print without colour too, by their dashes and marks.
STYLES = [
    ("#000000", "", "circle"),
    ("#000000", "2 3", "square"),
    ("#0072b2", "", "square"),
    ("#d55e00", "6 3", "diamond"),
    ("#009e73", "2 3", "triangle"),
    ("#cc79a7", "8 3 2 3", "circle"),
    ("#56b4e9", "4 2", "triangle"),
    ("#7f6000", "1 2", "diamond"),
]
MARKS = {
    "circle": "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0",
    "square": "M-3.5,-3.5h7v7h-7z",
    "diamond": "M0,-5L5,0L0,5L-5,0z",
    "triangle": "M0,-5L5,4L-5,4z",
}


def svg(series):
    """The plot of lists of (States, seconds) by name; a name without points is left out."""
    series = {name: points for name, points in series.items() if points}
    every = [point for points in series.values() for point in points]
    xs = decades(min(x for x, _ in every), max(x for x, _ in every))
    ys = decades(min(y for _, y in every), max(y for _, y in every))

    def at(x, y):
        share_x = (math.log10(x) - xs[0]) / (xs[1] - xs[0])
        share_y = (math.log10(y) - ys[0]) / (ys[1] - ys[0])
        return (
            LEFT + share_x * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - share_y * (HEIGHT - TOP - BOTTOM),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" font-family="sans-serif" font-size="13" role="img">',
        "<title>Seconds of the processor against number of States</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    parts += grid(xs, ys, at)
    ends = []
    for (name, points), style in zip(series.items(), STYLES):
        parts += line([at(*point) for point in points], style)
        ends.append((at(*points[-1]), name, style))
    parts += labels(ends)
    return "\n".join([*parts, "</svg>", ""])


def decades(least, most):
    low, high = math.floor(math.log10(least)), math.ceil(math.log10(most))
    return low, max(high, low + 1)


def grid(xs, ys, at):
    parts = []
    for power in range(xs[0], xs[1] + 1):
        x, bottom = at(10**power, 10 ** ys[0])
        parts.append(f'<path d="M{x:.1f},{TOP}V{bottom:.1f}" stroke="#d0d0d0"/>')
        parts.append(
            f'<text x="{x:.1f}" y="{bottom + 18:.1f}" text-anchor="middle">{10**power:,}</text>'
        )
    for power in range(ys[0], ys[1] + 1):
        left, y = at(10 ** xs[0], 10**power)
        label = f"{10**power:,}" if power >= 0 else f"{10.0**power:.{-power}f}"
        parts.append(f'<path d="M{left:.1f},{y:.1f}H{WIDTH - RIGHT}" stroke="#d0d0d0"/>')
        parts.append(f'<text x="{left - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{label} s</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(
        f'<text x="{middle}" y="{HEIGHT - 10}" text-anchor="middle">States (generated)</text>'
    )
    return parts


def line(points, style):
    colour, dashes, mark = style
    path = "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
    parts = [
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.8" '
        f'stroke-dasharray="{dashes or "none"}"/>'
    ]
    parts += [
        f'<path d="{MARKS[mark]}" transform="translate({x:.1f},{y:.1f})" fill="{colour}"/>'
        for x, y in points
    ]
    return parts


def labels(ends):
    """Names beside the last points, moved apart where they would overlap."""
    parts, last = [], -math.inf
    for (x, y), name, (colour, _, _) in sorted(ends, key=lambda end: end[0][1]):
        last = max(y + 4, last + 15)
        parts.append(
            f'<text x="{x + 9:.1f}" y="{last:.1f}" fill="{colour}" stroke="white" '
            f'stroke-width="3" paint-order="stroke">{escape(name)}</text>'
        )
    return parts
