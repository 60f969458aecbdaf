import type { Command } from 'commander'
import { createProgress } from '../progress.js'
import { type TranscriptFormat, transcriptFormats } from '../run-transcript-text.js'
import { help } from '../texts/index.js'
import { type Context, choice, command, say } from './context.js'

interface Options {
  format: TranscriptFormat
  out?: string
  language?: string
  model?: string
}

/** `ordagrant transcribe`: the first hearing on its own. */
export function transcribeCommand(context: Context): Command {
  const text = (id: keyof typeof help) => help[id][context.language]
  return command(context, 'transcribe', 'transcribe')
    .argument('<audio>', text('recording'))
    .option('--format <json|vtt|srt|txt>', text('transcribe-format'), choice('--format', transcriptFormats), 'txt')
    .option('--out <file>', text('transcribe-out'))
    .option('--language <code>', text('language'))
    .option('--model <name|folder>', text('model'))
    .action(async (audio: string, { format, out, ...given }: Options) => {
      const progress = createProgress(context.stderr, context.language)
      const { runTranscription } = await import('../run-transcription.js')
      const { signal } = context
      const heard = await runTranscription(audio, { ...given, signal, onProgress: progress.onProgress }).finally(
        progress.done,
      )
      const { transcriptText } = await import('../run-transcript-text.js')
      const written = transcriptText(heard, format)
      if (out) {
        const { writeAtomically } = await import('../artifacts-write.js')
        await writeAtomically(out, written)
        context.tell(say(context, 'written-transcript', { path: out }))
      } else context.print(written.trimEnd())
      const { recordingExitCode } = await import('../exit.js')
      context.exit(recordingExitCode(heard.recording))
    })
}
