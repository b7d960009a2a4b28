import { useId, type PointerEvent, type Ref } from 'react'
import { useChartWords } from './words'
import { lonely, type Layout, type PlacedMark } from './layout'
import type { Unit } from './types'

interface DrawingProps {
  layout: Layout
  unit: Unit
  selected: number
  onSelect: (index: number) => void
  comparedLabel: string | null
  label: (period: string) => string
  ref?: Ref<SVGSVGElement>
}

/** Many days would make a string of beads: then only the missed ones stand out. */
const MOST_DOTS = 62

/** The picture; hidden from assistive technology, which reads the sentence, the range and the table instead. */
export function Drawing({ layout, unit, selected, onSelect, comparedLabel, label, ref }: DrawingProps) {
  const hatch = useId()
  const words = useChartWords()
  const { frame, points, x, y, narrow } = layout
  const { width, height, margins } = frame
  const right = width - margins.right
  const floor = height - margins.bottom
  const alone = lonely(points)
  const current = points[selected]
  const half = Math.max(2, Math.min(3.4, (x(1) - x(0)) * 0.6))
  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onSelect(layout.rankAt(event.clientX - box.left))
  }
  return (
    <svg
      ref={ref}
      className="chart-drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      onPointerMove={pick}
      onPointerDown={pick}
    >
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="7" className="chart-hatch" />
        </pattern>
      </defs>
      {layout.ticks.map((value) => (
        <g key={value}>
          <line x1={margins.left} x2={right} y1={y(value)} y2={y(value)} className="chart-grid" />
          <text x={margins.left - 10} y={y(value) + 4} textAnchor="end" className="chart-text">
            {words.tick(value, unit, layout.tickStep)}
          </text>
        </g>
      ))}
      {layout.steps.map((step) => (
        <g key={step.left}>
          <rect x={step.left} width={step.right - step.left} y={step.missed.top} height={step.missed.height} fill={`url(#${hatch})`} />
          <rect x={step.left} width={step.right - step.left} y={step.band.top} height={step.band.height} className="chart-tolerance" />
        </g>
      ))}
      <path d={layout.paths.limits} className="chart-limits" />
      {layout.centre === null ? null : <line x1={margins.left} x2={right} y1={layout.centre} y2={layout.centre} className="chart-centre" />}
      <path d={layout.paths.interval} className="chart-interval" />
      <Commitment layout={layout} />
      {layout.paths.compared ? <path d={layout.paths.compared} className="chart-compared" /> : null}
      <path d={layout.paths.line} className="chart-line" />
      {points.map((point, index) => {
        if (point.value === null) return null
        if (point.verdict === 'missed') {
          const at = `${x(index)} ${y(point.value)}`
          return (
            <rect key={point.period} x={x(index) - half} y={y(point.value) - half} width={2 * half} height={2 * half} transform={`rotate(45 ${at})`} className="chart-missed" />
          )
        }
        if (points.length > MOST_DOTS && !alone.has(index)) return null
        return <circle key={point.period} cx={x(index)} cy={y(point.value)} r="2.6" className={point.provisional ? 'chart-dot chart-dot-provisional' : 'chart-dot'} />
      })}
      {[...layout.signals].map((index) => (
        <circle key={index} cx={x(index)} cy={y(points[index]?.value ?? 0)} r="6" className="chart-signal" />
      ))}
      {layout.ranks.map((rank) => (
        <text key={rank} x={x(rank)} y={floor + 18} textAnchor={rank === 0 ? 'start' : 'middle'} className="chart-text">
          {label(points[rank]!.period)}
        </text>
      ))}
      {layout.marks.map((mark) => (
        <Mark key={mark.id} mark={mark} top={floor + 28} />
      ))}
      {narrow ? <NarrowLabel layout={layout} unit={unit} /> : <EndLabels layout={layout} unit={unit} comparedLabel={comparedLabel} />}
      {current ? (
        <g className="chart-cursor" data-export="no">
          <line x1={x(selected)} x2={x(selected)} y1={margins.top} y2={floor} className="chart-cursor-line" />
          {current.value === null ? null : <circle cx={x(selected)} cy={y(current.value)} r="5.5" className="chart-cursor-dot" />}
        </g>
      ) : null}
    </svg>
  )
}

/** The commitment: one plain line, with a riser where an amendment moved it. */
function Commitment({ layout: { steps } }: { layout: Layout }) {
  return steps.map((step, index) => {
    const before = steps[index - 1]
    const joined = before && before.right === step.left
    return (
      <path
        key={step.left}
        d={`${joined ? `M${step.left} ${before.line}V${step.line}` : `M${step.left} ${step.line}`}H${step.right}`}
        className="chart-commitment"
      />
    )
  })
}

function EndLabels({ layout, unit, comparedLabel }: { layout: Layout; unit: Unit; comparedLabel: string | null }) {
  const words = useChartWords()
  const { ends, last, frame, points } = layout
  const at = frame.width - frame.margins.right + 10
  const target = points.findLast((point) => point.target !== null)?.target ?? null
  return (
    <>
      {last && ends.value !== null ? (
        <text x={at} y={ends.value + 4} className="chart-end chart-end-value">
          {words.amount(last.value, unit)}
        </text>
      ) : null}
      {target !== null && ends.commitment !== null ? (
        <text x={at} y={ends.commitment - 2} className="chart-end">
          <tspan>{words.commitment}</tspan>
          <tspan x={at} dy="1.25em">
            {words.amount(target, unit)}
          </tspan>
        </text>
      ) : null}
      {comparedLabel && ends.compared !== null ? (
        <text x={at} y={ends.compared + 4} className="chart-text">
          {comparedLabel}
        </text>
      ) : null}
    </>
  )
}

/** On a phone there is no room beside the drawing: the commitment is named on its own line. */
function NarrowLabel({ layout, unit }: { layout: Layout; unit: Unit }) {
  const words = useChartWords()
  const step = layout.steps.at(-1)
  const target = layout.points.findLast((point) => point.target !== null)?.target ?? null
  if (!step || target === null) return null
  return (
    <text x={layout.frame.margins.left + 4} y={step.line - 5} className="chart-end chart-halo">
      {words.commitment} {words.amount(target, unit)}
    </text>
  )
}

/** A party's note: a bar over its days that starts with that party's half of the disc. */
function Mark({ mark, top }: { mark: PlacedMark; top: number }) {
  const client = mark.side === 'donneur_ordre'
  return (
    <g className={client ? 'chart-mark chart-mark-client' : 'chart-mark chart-mark-provider'}>
      <title>{mark.text}</title>
      <path d={client ? `M${mark.left} ${top - 5}a5 5 0 0 0 0 10z` : `M${mark.left} ${top - 5}a5 5 0 0 1 0 10z`} />
      <rect x={mark.left} y={top - 1.5} width={Math.max(0, mark.right - mark.left)} height="3" />
    </g>
  )
}
