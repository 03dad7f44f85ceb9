import contentTypes from '../contract/message-content.json';
import { violations } from '../contract/schema';
import { BROKEN_JSON, NOT_POSSIBLE, problemOfElements } from './card-rules';
import { compileAll, type Content, type Strictness } from './fields';
import { badCard } from './refusals';
import { tablesIn } from './tables';

/** Documented nowhere: the strictest of the limits that people have met, which Lark's own plugin keeps. */
const MAX_TABLES = 3;
const variants = compileAll(contentTypes.interactive.variants);

/**
 * Checks a card as Lark does before it makes a message of it: a template, a card entity, or card JSON 1.0 or 2.0.
 *
 * @throws LarkError 230099
 */
export function assertCard(card: Content, strictness: Strictness = {}): void {
	if (card.type === 'template') assertReference('template', card, strictness);
	else if (card.type === 'card') assertReference('cardEntity', card, strictness);
	else assertCardJson(card);
}

/** @returns whether everybody sees the same card: the default of JSON 2.0, asked for in JSON 1.0 */
export function isSharedCard({ type, schema, config }: Content): boolean {
	const { update_multi } = (config ?? {}) as Content;
	return update_multi === true || (update_multi !== false && (!!schema || type === 'template'));
}

function assertReference(
	variant: 'template' | 'cardEntity',
	card: Content,
	strictness: Strictness,
): void {
	const [problem] = violations(variants(strictness)[variant], card);
	const reason = problem?.description ?? (card.data ? undefined : 'data is required');
	if (reason) throw broken(reason);
	if (variant === 'cardEntity') throw badCard(NOT_POSSIBLE, 'cardid is invalid');
}

function assertCardJson(card: Content): void {
	const { schema } = card;
	if (schema !== undefined && schema !== '2.0') throw broken('schema must be 2.0');
	const place = (schema ? card.body : card) as Content | undefined;
	const isTranslated = schema === undefined && typeof card.i18n_elements === 'object';
	const elements = place?.elements ?? (isTranslated ? [] : undefined);
	if (!Array.isArray(elements))
		throw broken(`${schema ? 'body.elements' : 'elements'} is required`);
	if (elements.some((element: Content | null) => typeof element?.tag !== 'string')) {
		throw broken('every element needs a tag');
	}
	const problem = schema ? problemOfElements(card) : undefined;
	if (problem) throw badCard(problem.code, problem.reason, problem.value);
	if (tablesIn(elements) > MAX_TABLES) {
		throw badCard(NOT_POSSIBLE, 'card table number over limit', 'table; ');
	}
}

function broken(reason: string) {
	return badCard(BROKEN_JSON, `parse card json err, ${reason}`);
}
