export default {
  comma: ', ',
  yes: 'Yes', unreadable: 'cannot be decrypted',
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
