import { expect, test } from 'vitest'
import { trackAt } from './pictures'

test('a picture leads to the second of the day in China', () => {
  expect(trackAt('x', '2026-03-08T16:00:30Z')).toBe('/telemetry/terminals/x/track?on=2026-03-09&t=30')
  expect(trackAt('x', '2026-03-09T00:15:30Z')).toBe('/telemetry/terminals/x/track?on=2026-03-09&t=29730')
})
