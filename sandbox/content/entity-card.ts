import { LarkError } from '../contract/lark-error';
import { MAX_TABLES } from './card';
import { isObject, problemOfConfig } from './entity-config';
import { nodesIn } from './entity-elements';
import type { Content, Strictness } from './fields';
import { tooManyTables } from './refusals';
import { tablesIn } from './tables';

const MAX_BYTES = 30 * 1_024;
const MAX_NODES = 200;

/** Starts with a letter, 20 characters at most. */
const ELEMENT_ID = /^[A-Za-z]\w{0,19}$/;

/**
 * Checks a card JSON 2.0 of a card entity (cardkit-v1/card/create.md).
 *
 * @throws LarkError 300307, 300303, 300302, 200220, 300301, 300305, 200860, or 230099 for too many tables
 */
export function assertEntityCard(card: unknown, strictness: Strictness): asserts card is Content {
	if (!isObject(card) || Object.keys(card).length === 0) throw new LarkError(300307);
	if (card.schema !== '2.0') throw new LarkError(300303);
	if ((card.config as Content | undefined)?.update_multi === false) throw new LarkError(300302);
	const problem = problemOfConfig(card.config, strictness) ?? problemOfBody(card.body);
	if (problem) throw new LarkError(200220, { ext: problem });
	assertElementIds(card);
	if (nodesIn([card.header, card.body]).length > MAX_NODES) throw new LarkError(300305);
	if (tablesIn(card.body) > MAX_TABLES) throw tooManyTables();
	if (Buffer.byteLength(JSON.stringify(card)) > MAX_BYTES) throw new LarkError(200860);
}

/** @returns what is wrong with elements that are given to a card; undefined when all is well */
export function problemOfElements(elements: unknown): string | undefined {
	if (!Array.isArray(elements)) return 'elements are no list';
	const hasTags = elements.every((element) => isObject(element) && typeof element.tag === 'string');
	return hasTags ? undefined : 'every element needs a tag';
}

function problemOfBody(body: unknown): string | undefined {
	return isObject(body) ? problemOfElements(body.elements) : 'body.elements is required';
}

function assertElementIds(card: Content): void {
	const ids = nodesIn([card.header, card.body])
		.map(({ element_id: id }) => id)
		.filter((id) => id !== undefined && id !== '');
	const bad = ids.find((id) => typeof id !== 'string' || !ELEMENT_ID.test(id));
	if (bad !== undefined) throw new LarkError(200220, { ext: `invalid element_id ${String(bad)}` });
	if (new Set(ids).size < ids.length) throw new LarkError(300301);
}
