import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Files let go anywhere on the page: a target that is missed makes the browser open the file instead. */
export function useFileDrop(take: (files: FileList) => void): Ref<boolean> {
  const over = ref(false)
  const enter = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    over.value = true
  }
  const leave = (event: DragEvent) => {
    if (!event.relatedTarget) over.value = false
  }
  const drop = (event: DragEvent) => {
    over.value = false
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    take(event.dataTransfer.files)
  }
  onMounted(() => {
    window.addEventListener('dragover', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('dragover', enter)
    window.removeEventListener('dragleave', leave)
    window.removeEventListener('drop', drop)
  })
  return over
}
