import contentTypes from '../contract/message-content.json';
import { isDeeper } from '../contract/depth';
import { violations } from '../contract/schema';
import { BROKEN_JSON, problemOfElements, problemOfTexts } from './card-rules';
import { compileAll, type Content, type Strictness } from './fields';
import { badCard, NOT_POSSIBLE, tooManyTables } from './refusals';
import { tablesIn } from './tables';

/** Documented nowhere: the strictest of the limits that people have met, which Lark's own plugin keeps. */
export const MAX_TABLES = 3;

const variants = compileAll(contentTypes.interactive.variants);

/**
 * Checks a card as Lark does before it makes a message of it: a template, a card entity, or card JSON 1.0 or 2.0.
 *
 * @throws LarkError 230099
 */
export function assertCard(card: Content, strictness: Strictness = {}): void {
	if (card.type === 'template') assertReference('template', card, strictness);
	else if (card.type === 'card') refuseEntity(card, strictness);
	else assertCardJson(card);
}

/** @returns whether everybody sees the same card: the default of JSON 2.0, asked for in JSON 1.0 */
export function isSharedCard({ type, schema, config }: Content): boolean {
	const { update_multi } = (config ?? {}) as Content;
	return update_multi === true || (update_multi !== false && (!!schema || type === 'template'));
}

/** @returns whether content names a template as documented */
export function isTemplate(content: Content, strictness: Strictness): boolean {
	const { template } = variants(strictness);
	return violations(template, content).length === 0;
}

/**
 * @returns the card_id of content that names a card entity; undefined for any other card
 * @throws LarkError 230099 for one that is not as documented
 */
export function cardIdIn(content: Content, strictness: Strictness): string | undefined {
	if (content.type !== 'card') return undefined;
	assertReference('cardEntity', content, strictness);
	return (content.data as { card_id: string }).card_id;
}

function assertReference(
	variant: 'template' | 'cardEntity',
	card: Content,
	strictness: Strictness,
): void {
	assertShallow(card);
	const [problem] = violations(variants(strictness)[variant], card);
	const reason = problem?.description ?? (card.data ? undefined : 'data is required');
	if (reason) throw broken(reason);
}

/** A card entity has its place in a message that is sent, and nowhere else. */
function refuseEntity(card: Content, strictness: Strictness): never {
	assertReference('cardEntity', card, strictness);
	throw badCard(NOT_POSSIBLE, 'cardid is invalid');
}

function assertCardJson(card: Content): void {
	assertShallow(card);
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
	const problem = problemOfTexts(card) ?? (schema ? problemOfElements(card) : undefined);
	if (problem) throw badCard(problem.code, problem.reason, problem.value);
	if (tablesIn(elements) > MAX_TABLES) throw tooManyTables();
}

function assertShallow(card: Content): void {
	if (isDeeper(card)) throw broken('the JSON is nested too deeply');
}

function broken(reason: string) {
	return badCard(BROKEN_JSON, `parse card json err, ${reason}`);
}
