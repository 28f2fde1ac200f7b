import { ref } from 'vue'

/** A phone: one task a screen. */
const query = typeof matchMedia === 'function' ? matchMedia('(max-width: 480px)') : null
export const narrow = ref(!!query?.matches)
query?.addEventListener('change', () => (narrow.value = query.matches))
