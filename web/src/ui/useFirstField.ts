import { onMounted, type Ref } from 'vue'

/** What just opened is typed into at once; a moment later, for a dialog takes the focus to itself first. */
export function useFirstField(form: Ref<HTMLElement | undefined>): void {
  onMounted(() => setTimeout(() => form.value?.querySelector<HTMLElement>('input:not([readonly], [tabindex="-1"]), .el-select__input, textarea')?.focus(), 80))
}
