import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../objects';

/** An event as Lark wraps it, in one shape for both envelope versions. */
export interface LarkEvent {
	/** `im.message.receive_v1`, `p2p_chat_create`, ... */
	type: string;
	/** `header.event_id` (2.0) or `uuid` (1.0). */
	id: string;
	/** Lark's own payload without the verification token, which is a secret. */
	payload: IDataObject;
}

/** What a decrypted push body is, and the verification token that it carries. */
export type Envelope =
	| { kind: 'url_verification'; token: string; challenge: string }
	| { kind: 'event'; token: string; event: LarkEvent }
	| { kind: 'unknown' };

/**
 * Reads a push body, version 2.0 (`schema`, `header`, `event`) or 1.0 (`uuid`, `token`, `event.type`).
 *
 * @param body the parsed and decrypted body
 * @see event-subscription-guide, "Event structure"
 */
export function readEnvelope(body: IDataObject): Envelope {
	if (body.type === 'url_verification' && typeof body.challenge === 'string') {
		return { kind: 'url_verification', token: textOf(body.token), challenge: body.challenge };
	}
	const envelope = body.schema === '2.0' ? readVersion2(body) : readVersion1(body);
	return envelope.kind === 'event' && envelope.event.type === '' ? { kind: 'unknown' } : envelope;
}

function readVersion2({ header, ...body }: IDataObject): Envelope {
	if (!isObject(header)) return { kind: 'unknown' };
	const { token, ...publicHeader } = header;
	return {
		kind: 'event',
		token: textOf(token),
		event: {
			type: textOf(header.event_type),
			id: textOf(header.event_id),
			payload: { ...body, header: publicHeader },
		},
	};
}

function readVersion1({ token, ...body }: IDataObject): Envelope {
	const type = isObject(body.event) ? textOf(body.event.type) : '';
	return {
		kind: 'event',
		token: textOf(token),
		event: { type, id: textOf(body.uuid), payload: body },
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
