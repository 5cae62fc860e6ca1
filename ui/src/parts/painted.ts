/** Runs something once the next frame is painted and `after` milliseconds have passed; answers what calls it off. */
export function painted(run: () => void, after = 0): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  // A timer set in a frame's callback runs after the frame is painted.
  const frame = requestAnimationFrame(() => { timer = setTimeout(run, after) })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
