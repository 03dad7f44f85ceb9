import { LarkError } from '../contract/lark-error';
import type { Content } from './fields';

/** Where an element stands: in a list of elements, or as a property of another one. */
interface Place {
	node: Content;
	holder: Record<string | number, unknown> | unknown[];
	key: string | number;
}

export type Position = 'insert_before' | 'insert_after' | 'append';

/** Elements that hold a list of others. */
const CONTAINERS = ['form', 'interactive_container', 'collapsible_panel', 'column'];

/** @returns every object with a tag in a part of a card: the elements and the texts, icons and columns in them */
export function nodesIn(part: unknown): Content[] {
	if (typeof part !== 'object' || part === null) return [];
	const inside = Object.values(part).flatMap(nodesIn);
	return typeof (part as Content).tag === 'string' ? [part as Content, ...inside] : inside;
}

/**
 * Adds elements to a card.
 *
 * @throws LarkError 300315 for a target that is not there or, for `append`, holds no elements
 */
export function addElements(
	card: Content,
	position: Position,
	target: string | undefined,
	elements: Content[],
): void {
	if (position === 'append') {
		containerOf(card, target).push(...elements);
		return;
	}
	if (!target) throw new LarkError(300315, { ext: 'target_element_id is required' });
	const place = placeOf(card, target);
	if (!place || !Array.isArray(place.holder)) {
		throw new LarkError(300315, { ext: `there is no element ${target} to insert beside` });
	}
	const index = Number(place.key) + (position === 'insert_after' ? 1 : 0);
	place.holder.splice(index, 0, ...elements);
}

/** @throws LarkError 300314 for an element that is not there, or is only a property of another one */
export function deleteElement(card: Content, elementId: string): void {
	const place = placeOf(card, elementId);
	if (!place || !Array.isArray(place.holder)) {
		throw new LarkError(300314, { ext: `there is no element ${elementId}` });
	}
	place.holder.splice(Number(place.key), 1);
}

/** @throws LarkError 300121 for an element that is not there */
export function replaceElement(card: Content, elementId: string, element: Content): void {
	const place = placeOf(card, elementId);
	if (!place) throw new LarkError(300121, { ext: `there is no element ${elementId}` });
	Object.assign(place.holder, { [place.key]: element });
}

/** @throws LarkError 300313 for an element that is not there, 300312 for another tag */
export function patchElement(card: Content, elementId: string, partial: Content): void {
	const place = placeOf(card, elementId);
	if (!place) throw new LarkError(300313, { ext: `there is no element ${elementId}` });
	if (partial.tag !== undefined && partial.tag !== place.node.tag) throw new LarkError(300312);
	Object.assign(place.node, partial);
}

/** @throws LarkError 300313 for an element that is not there, 300310 for one that is no text */
export function setText(card: Content, elementId: string, content: string): void {
	const place = placeOf(card, elementId);
	if (!place) throw new LarkError(300313, { ext: `there is no element ${elementId}` });
	if (!['markdown', 'plain_text'].includes(String(place.node.tag))) throw new LarkError(300310);
	place.node.content = content;
}

function containerOf(card: Content, target: string | undefined): Content[] {
	if (!target) return (card.body as { elements: Content[] }).elements;
	const node = placeOf(card, target)?.node;
	if (!node || !CONTAINERS.includes(String(node.tag))) {
		throw new LarkError(300315, { ext: `there is no container ${target}` });
	}
	node.elements ??= [];
	return node.elements as Content[];
}

function placeOf(holder: Place['holder'], elementId: string): Place | undefined {
	for (const [key, value] of Object.entries(holder)) {
		if (typeof value !== 'object' || value === null) continue;
		if ((value as Content).element_id === elementId) return { node: value as Content, holder, key };
		const inside = placeOf(value as Place['holder'], elementId);
		if (inside) return inside;
	}
	return undefined;
}
