import type { IDataObject } from 'n8n-workflow';

import { decrypt } from './decrypt';
import { readEnvelope, type LarkEvent } from './envelope';
import { MAX_DEPTH } from '../jsonDepth';
import { parseObject } from './json';
import { canVerify, equalsSecret, type PushSecrets } from './secrets';
import { isFresh, signatureMatches, type SignatureHeaders } from './signature';

/** A request to the webhook, reduced to what proves it. */
export interface PushRequest {
	/** undefined when the request carries no complete set of signature headers. */
	signature?: SignatureHeaders;
	/** The raw bytes, as received. */
	body: Buffer;
}

/** What a push turned out to be. `reason` is for the log: it never holds a secret. */
export type Push =
	| { kind: 'challenge'; challenge: string }
	/** `signature` is the one that proves the push; undefined when its Verification Token does. */
	| { kind: 'event'; event: LarkEvent; signature: string | undefined }
	| { kind: 'refused'; status: 400 | 401; reason: string };

/** With an Encrypt Key all but the URL verification is signed; that is short, and nothing longer is read unsigned. */
const MAX_UNSIGNED_BYTES = 4096;

class Refusal extends Error {
	constructor(
		readonly status: 400 | 401,
		reason: string,
	) {
		super(reason);
	}
}

/**
 * Opens a push: signature and timestamp over the raw bytes, decryption, envelope, verification token.
 * With an Encrypt Key every event must be signed; Lark does not sign `url_verification`, which is
 * then proven by its encryption or its token. Without an Encrypt Key the token is the only proof.
 *
 * @param now Unix time in ms
 * @returns the challenge to answer, the event, or why the request is refused
 * @see event-subscription-guide, "Receive events through a request URL"
 */
export function openPush(request: PushRequest, secrets: PushSecrets, now: number): Push {
	try {
		return open(request, secrets, now);
	} catch (error) {
		const { message } = error as Error;
		return {
			kind: 'refused',
			status: error instanceof Refusal ? error.status : 400,
			reason: message,
		};
	}
}

function open(request: PushRequest, secrets: PushSecrets, now: number): Push {
	if (!canVerify(secrets)) {
		throw new Refusal(401, 'the credential has neither an Encrypt Key nor a Verification Token');
	}
	const { verificationToken, encryptKey } = secrets;
	const isSigned = checkSignature(request, secrets, now);

	if (encryptKey !== '' && !isSigned && request.body.length > MAX_UNSIGNED_BYTES) {
		throw new Refusal(401, 'it has no signature');
	}
	const outer = parseObject(request.body.toString('utf8'));
	if (!outer)
		throw new Refusal(400, `its body is not a JSON object of at most ${MAX_DEPTH} levels`);
	const isEncrypted = typeof outer.encrypt === 'string';
	const envelope = readEnvelope(
		typeof outer.encrypt === 'string' ? decryptBody(outer.encrypt, secrets.encryptKey) : outer,
	);
	if (envelope.kind === 'unknown') throw new Refusal(401, 'it is not a Lark event');

	if (verificationToken !== '' && !equalsSecret(envelope.token, verificationToken)) {
		throw new Refusal(401, 'its verification token is not the one of the credential');
	}
	if (envelope.kind === 'url_verification') {
		if (verificationToken === '' && !isEncrypted && !isSigned) {
			throw new Refusal(401, 'nothing in the URL verification proves that it comes from Lark');
		}
		return { kind: 'challenge', challenge: envelope.challenge };
	}
	if (encryptKey !== '' && !isSigned) throw new Refusal(401, 'it has no signature');
	return {
		kind: 'event',
		event: envelope.event,
		signature: isSigned ? request.signature?.signature : undefined,
	};
}

/** @returns whether the push is proven by its signature */
function checkSignature(
	{ signature, body }: PushRequest,
	{ encryptKey }: PushSecrets,
	now: number,
) {
	if (encryptKey === '' || signature === undefined) return false;
	if (!isFresh(signature.timestamp, now)) {
		throw new Refusal(401, 'its timestamp is more than 8 hours old, in the future, or unreadable');
	}
	if (!signatureMatches(signature, body, encryptKey)) {
		throw new Refusal(401, 'its signature does not fit the body and the Encrypt Key');
	}
	return true;
}

/** One answer for bad padding, bad text and bad JSON: anything more would be a padding oracle. */
function decryptBody(payload: string, encryptKey: string): IDataObject {
	if (encryptKey === '') {
		throw new Refusal(401, 'it is encrypted, but the credential has no Encrypt Key');
	}
	const plain = decrypt(payload, encryptKey);
	const body = plain === undefined ? undefined : parseObject(plain);
	if (!body) {
		throw new Refusal(
			401,
			`it cannot be decrypted with the Encrypt Key of the credential, or has more than ${MAX_DEPTH} levels`,
		);
	}
	return body;
}
