export default {
  comma: ', ',
  yes: 'Yes', unreadable: 'cannot be decrypted', unreadableWhy: 'Its ciphertext is damaged, was moved, or was made with another key. It is left as it is; log and audit log tell of it. Ask the system administrator for the cause, or write a new value.',
  no: 'No',
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  fold: 'Fold',
  unfold: 'Unfold',
  all: 'All',
}
