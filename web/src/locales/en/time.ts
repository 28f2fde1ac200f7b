export default {
  now: 'just now',
  seconds: '{n} s',
  minutes: '{n} min',
}
