import { DATA, type Frame, type Header } from './frame';

/** The most bytes of an event that one frame carries. */
const FRAGMENT_BYTES = 16 * 1024;

/**
 * Spreads an event over as many frames as it needs. They share a message_id; `seq` counts from 0 to `sum`.
 *
 * @param payload an envelope as JSON
 */
export function eventFrames(
	payload: string,
	{ service, messageId, traceId }: { service: number; messageId: string; traceId: string },
): Frame[] {
	const bytes = Buffer.from(payload, 'utf8');
	const sum = Math.max(1, Math.ceil(bytes.length / FRAGMENT_BYTES));
	return Array.from({ length: sum }, (_, seq) => {
		const headers: Header[] = [
			{ key: 'type', value: 'event' },
			{ key: 'message_id', value: messageId },
			{ key: 'trace_id', value: traceId },
			{ key: 'sum', value: String(sum) },
			{ key: 'seq', value: String(seq) },
		];
		const part = bytes.subarray(seq * FRAGMENT_BYTES, (seq + 1) * FRAGMENT_BYTES);
		return { SeqID: seq, LogID: 0, service, method: DATA, headers, payload: part };
	});
}
