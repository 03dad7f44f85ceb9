import { isObject } from '../../../../shared/objects';
import { readJson } from '../../../../shared/content/json';
import type { MessageContent } from '../../../../shared/content/message';
import { InputError } from '../../../../shared/inputError';
import type { Address } from '../../../fields/address';
import { readRecordContent } from './recordContent';
import { readRecordReceivers } from './recordReceivers';

/** A message that an item describes, with an address that may still have to be looked up. */
export type RecordMessage = Address & MessageContent;

function readRecord(record: unknown, isAsWritten: boolean): RecordMessage[] {
	if (!isObject(record)) {
		throw new InputError(
			'The message is not an object',
			'It needs the fields receiveId and content, and may have receiveType and contentType.',
		);
	}
	const addresses = readRecordReceivers(record.receiveType, record.receiveId);
	const message = readRecordContent(record.contentType, record.content, isAsWritten);
	return addresses.map((address) => ({ ...address, ...message }));
}

/** Says which one of several records cannot be used. */
function located(error: unknown, index: number): unknown {
	if (!(error instanceof InputError)) return error;
	return new InputError(`Message ${index + 1}: ${error.message}`, error.fix);
}

/**
 * Reads the messages that an item describes.
 *
 * @param value a record or a list of records, or their JSON. A record has receiveId and content,
 * and may have receiveType and contentType.
 * @param isAsWritten keeps Lark from carrying out what is in texts
 * @returns one message per receiver, in order
 * @throws InputError that names the record and its field
 */
export function readRecords(value: unknown, isAsWritten = false): RecordMessage[] {
	const json = readJson(value, 'Messages');
	if (!Array.isArray(json)) return readRecord(json, isAsWritten);
	return json.flatMap((record, index) => {
		try {
			return readRecord(record, isAsWritten);
		} catch (error) {
			throw located(error, index);
		}
	});
}
