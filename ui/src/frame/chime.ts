/** Two soft tones, the second lower, as of a shop's door. Frequencies in hertz, times in seconds. */
const tones = [{ of: 880, at: 0 }, { of: 659.25, at: 0.18 }] as const
const length = 0.5
const loudness = 0.18

/** Plays Kept's own sound. A window that nobody has touched yet may not be heard; then it is silent. */
export function chime(): void {
  const context = new AudioContext()
  for (const tone of tones) {
    const [source, volume] = [context.createOscillator(), context.createGain()]
    const from = context.currentTime + tone.at
    source.frequency.value = tone.of
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(loudness, from + 0.015)
    volume.gain.exponentialRampToValueAtTime(0.0001, from + length)
    source.connect(volume).connect(context.destination)
    source.start(from)
    source.stop(from + length)
  }
  setTimeout(() => void context.close(), 2_000)
}
