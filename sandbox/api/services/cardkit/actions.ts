import { problemOfElements } from '../../../content/entity-card';
import { changeSettings, isObject } from '../../../content/entity-config';
import {
	addElements,
	deleteElement,
	patchElement,
	replaceElement,
	type Position,
} from '../../../content/entity-elements';
import type { Content, Strictness } from '../../../content/fields';
import { LarkError } from '../../../contract/lark-error';

type Params = Content;

const POSITIONS = ['insert_before', 'insert_after', 'append'];

/** The actions of cardkit-v1/card/batch_update.md. What is JSON text elsewhere is an object here. */
const ACTIONS: Record<string, (card: Content, params: Params, strictness: Strictness) => void> = {
	partial_update_setting: (card, params, strictness) =>
		changeSettings(card, object(params, 'settings'), strictness),
	add_elements: (card, params) => {
		const { type, target_element_id: target, elements } = params;
		if (!POSITIONS.includes(String(type))) throw invalid(`type, options: [${POSITIONS.join(',')}]`);
		const problem = problemOfElements(elements);
		if (problem) throw new LarkError(300315, { ext: problem });
		addElements(card, type as Position, target as string | undefined, elements as Content[]);
	},
	delete_elements: (card, { element_ids: ids }) => {
		if (!Array.isArray(ids) || ids.length === 0) throw invalid('element_ids is required');
		for (const id of ids) deleteElement(card, String(id));
	},
	partial_update_element: (card, params) =>
		patchElement(card, text(params, 'element_id'), object(params, 'partial_element')),
	update_element: (card, params) => {
		const element = object(params, 'element');
		if (problemOfElements([element])) throw new LarkError(300121, { ext: 'element needs a tag' });
		replaceElement(card, text(params, 'element_id'), element);
	},
};

/**
 * Makes one change of a batch.
 *
 * @throws LarkError 10002 for an action that is not as documented, or what the change itself refuses
 */
export function runAction(card: Content, given: unknown, strictness: Strictness): void {
	const { action, params } = isObject(given) ? given : {};
	const name = String(action);
	if (!Object.hasOwn(ACTIONS, name)) throw invalid(`there is no action ${name}`);
	if (!isObject(params)) throw invalid('params is required');
	ACTIONS[name](card, params, strictness);
}

function object(params: Params, name: string): Content {
	const value = params[name];
	if (!isObject(value)) throw invalid(`${name} is no object`);
	return value;
}

function text(params: Params, name: string): string {
	const value = params[name];
	if (typeof value !== 'string' || value === '') throw invalid(`${name} is required`);
	return value;
}

const invalid = (reason: string) => new LarkError(10002, { ext: reason });
