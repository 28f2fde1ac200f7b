/** What a chart says, apart from how it is drawn: the same figure makes the picture, the table, the CSV and the description. */
export interface Figure {
  kind: 'line' | 'area' | 'bar' | 'stack' | 'ranking'
  /** A sentence that states the finding, not the name of the axis. */
  title: string
  /** How the figure is defined, one hover away. */
  note?: string
  unit: string
  scale?: number
  /** Head of the first column of the table: month, unit, use … */
  by: string
  labels: string[]
  /** What the table says of a label in words, such as whether a day is a workday. */
  words?: { head: string; values: string[] }[]
  series: FigureSeries[]
  /** Baselines and limits, drawn across with their words. */
  limits?: { label: string; value: number }[]
  /** Spans of labels that need a word: no data, holiday. Indexes into `labels`, both included. */
  spans?: { from: number; to: number; label: string }[]
}

export interface FigureSeries {
  name: string
  values: (number | null)[]
  /** Where it is another one than that of the figure. */
  unit?: string
  /** What the title speaks of, what it is compared with, and what is only there for scale. */
  role?: 'main' | 'compare' | 'muted'
}

export interface Look {
  text: string
  faint: string
  line: string
  surface: string
  danger: string
  font: string
  palette: string[]
  muted: string
  hatch: string
  /** From little to much, always away from the ground. */
  heat: string[]
}

export function lookOf(element: Element): Look {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    text: read('--y-text'),
    faint: read('--y-text-3'),
    line: read('--y-line'),
    surface: read('--y-surface'),
    danger: read('--y-danger'),
    font: read('--y-font'),
    palette: [1, 2, 3, 4, 5, 6].map((n) => read(`--y-fig-${n}`)),
    muted: read('--y-fig-muted'),
    hatch: read('--y-fig-hatch'),
    heat: [1, 2, 3, 4].map((n) => read(`--y-heat-${n}`)),
  }
}

/** Sums of doubles end in dust that nobody measured. */
const dusted = (value: number | null | undefined) => (value === null || value === undefined ? '' : Number(value.toPrecision(9)))

/** The figure as lines of a table, head first. */
export function tableOf(figure: Figure): (string | number)[][] {
  const words = figure.words ?? []
  const named = (series: FigureSeries) => ((series.unit ?? figure.unit) ? `${series.name} (${series.unit ?? figure.unit})` : series.name)
  return [
    [figure.by, ...words.map((one) => one.head), ...figure.series.map(named)],
    ...figure.labels.map((label, at) => [label, ...words.map((one) => one.values[at] ?? ''), ...figure.series.map((series) => dusted(series.values[at]))]),
  ]
}

/** What is drawn, for those who do not see it. */
export function describe(figure: Figure, shown: (value: number) => string): string {
  const parts = figure.series.map((series) => {
    const known = series.values.map((value, at) => ({ value, at })).filter((one): one is { value: number; at: number } => one.value !== null)
    if (!known.length) return `${series.name} —`
    const most = known.reduce((a, b) => (b.value > a.value ? b : a))
    const least = known.reduce((a, b) => (b.value < a.value ? b : a))
    return `${series.name}: ${shown(least.value)}–${shown(most.value)} ${series.unit ?? figure.unit} (${figure.labels[least.at]} / ${figure.labels[most.at]})`
  })
  const limits = (figure.limits ?? []).map((limit) => `${limit.label} ${shown(limit.value)} ${figure.unit}`)
  return [figure.title, ...parts, ...limits].join('. ')
}
