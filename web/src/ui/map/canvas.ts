import L from 'leaflet'

export interface Sheet {
  pen: CanvasRenderingContext2D
  width: number
  height: number
  /** Where a place is drawn; the datum of the map is seen to. */
  at: (lat: number, lon: number) => L.Point
}

export type Paint = (sheet: Sheet) => void

/**
 * One canvas over the map, painted anew whenever the map moves: thousands of marks are one picture and no thousand elements.
 */
export class CanvasLayer extends L.Layer {
  private canvas: HTMLCanvasElement | null = null
  private asked = 0

  constructor(private readonly paint: Paint, private readonly spot: (lat: number, lon: number) => L.LatLngExpression, private readonly order: number) {
    super()
  }

  override onAdd(map: L.Map): this {
    this.canvas = L.DomUtil.create('canvas', 'y-map-sheet')
    this.canvas.style.position = 'absolute'
    this.canvas.style.zIndex = String(this.order)
    this.canvas.style.pointerEvents = 'none'
    map.getPanes().overlayPane.appendChild(this.canvas)
    map.on('move zoom resize viewreset', this.later, this)
    this.later()
    return this
  }

  override onRemove(map: L.Map): this {
    cancelAnimationFrame(this.asked)
    map.off('move zoom resize viewreset', this.later, this)
    this.canvas?.remove()
    this.canvas = null
    return this
  }

  later = (): void => {
    cancelAnimationFrame(this.asked)
    this.asked = requestAnimationFrame(() => this.draw())
  }

  private draw(): void {
    const map = this._map
    const pen = this.canvas?.getContext('2d')
    if (!map || !pen || !this.canvas) return
    const { x: width, y: height } = map.getSize()
    const dense = devicePixelRatio || 1
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]))
    if (this.canvas.width !== width * dense || this.canvas.height !== height * dense) {
      this.canvas.width = width * dense
      this.canvas.height = height * dense
      this.canvas.style.width = `${width}px`
      this.canvas.style.height = `${height}px`
    }
    pen.setTransform(dense, 0, 0, dense, 0, 0)
    pen.clearRect(0, 0, width, height)
    this.paint({ pen, width, height, at: (lat, lon) => map.latLngToContainerPoint(this.spot(lat, lon)) })
  }
}
