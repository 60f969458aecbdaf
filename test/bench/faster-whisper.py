"""The peer of bench:hearing: faster-whisper on raw 16 kHz float32 samples. usage: faster-whisper.py MODEL_DIR SAMPLES LANGUAGE THREADS"""
import json, resource, sys, time
import faster_whisper, numpy

directory, samples, language, threads = sys.argv[1:]
sound = numpy.fromfile(samples, dtype=numpy.float32)
model = faster_whisper.WhisperModel(directory, device='cpu', compute_type='int8', cpu_threads=int(threads))
began = time.time()
segments, _ = model.transcribe(sound, language=language, beam_size=1, word_timestamps=True, condition_on_previous_text=False)
words = [{'text': word.word.strip(), 'startSeconds': word.start} for segment in segments for word in segment.words]
print(json.dumps({
    'seconds': time.time() - began,
    'megabytes': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    'version': faster_whisper.__version__,
    'words': words,
}))
