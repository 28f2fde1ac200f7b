export default {
  title: 'Choose your password',
  text: 'At least {shortest} characters, of any kind. A sentence is easier to remember than symbols.',
  composed: 'At least {shortest} characters, three of: capitals, small letters, digits, others.',
  noToken: 'This address lacks the token behind the #. Open the link whole, as it was given to you.',
  password: 'Password',
  again: 'Once more',
  differs: 'The two are not the same',
  go: 'Set password and sign in',
  signIn: 'I have a password already',
}
