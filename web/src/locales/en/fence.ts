export default {
  draw: 'Draw a fence',
  clickMiddle: 'Click the middle of the circle. Earlier tracks are held against a new fence too.',
  clickCorners: 'Click one corner after another, three at least. Earlier tracks are held against a new fence too.',
  name: 'Name',
  institution: 'Institution',
  kind: 'Kind',
  kinds: { FORBIDDEN: 'No entry', YARD: 'Yard', WATCHED: 'Watched', SCENIC: 'Scenic area', ENTERTAINMENT: 'Entertainment', HOTEL: 'Hotel', SCHOOL: 'School', RESIDENCE: 'Housing' },
  circle: 'Circle',
  outline: 'Outline',
  radius: 'Radius (m)',
  undo: 'Take the last corner back',
  coversBelow: 'All vehicles below',
}
