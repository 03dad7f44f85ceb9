import { isChatId } from '../../chatId';
import { ANY_EVENT, CUSTOM_EVENT } from '../../events/catalog';
import { readCommandNames } from '../../events/command';
import type { MessageFilter } from '../../events/filter';
import type { Place } from '../../events/message';
import { compilePattern } from '../../events/pattern';
import { toObject } from '../../events/values';
import { InputError } from '../../inputError';
import { userIdTypeOf } from '../../userId';
import { isAccident } from '../../values';
import type { ParameterSource } from '../context';
import { fieldOf, read, readIds, readList } from './readSetting';
import { readSessions, type SessionSettings } from './session';
import { readWindow, type WindowTimes } from './window';

/** What may be added to the item of a message, if there is time. */
export interface ExtraSettings {
	names: boolean;
	attachments: boolean;
	/** The largest attachment that is downloaded, in bytes. */
	maxBytes: number;
	/** How many messages before it are added. */
	recent: number;
}

/** An emoji key (im-v1/message-reaction/emojis-introduce). */
const EMOJI = /^[A-Za-z0-9_]{1,40}$/;

/**
 * Reads with which emoji the receipt of a message is shown.
 *
 * @returns undefined for none
 * @throws InputError for what is no key of an emoji
 */
export function readReceipt(source: ParameterSource): string | undefined {
	const extras = toObject(source.getNodeParameter('extras', {}));
	const emoji = String(read('reactOnReceipt', extras.reactOnReceipt) ?? '').trim();
	if (emoji === '' || EMOJI.test(emoji)) return emoji || undefined;
	throw new InputError(
		`React on Receipt cannot be "${emoji}"`,
		'Enter the key of an emoji, for example Typing, OnIt or OneSecond.',
	);
}

/** What one trigger node is set to. */
export interface EventSettings {
	/** Event types that start the workflow. */
	events: ReadonlySet<string>;
	/** Whether every event does. */
	anyEvent: boolean;
	filter: MessageFilter;
	/** Flat items with words, or Lark's own events. */
	simple: boolean;
	extras: ExtraSettings;
	sessions: SessionSettings;
	/** How long messages of a conversation are collected for one execution; undefined for not at all. */
	window: WindowTimes | undefined;
}

const MEGABYTE = 1024 * 1024;

const isPerson = (id: string) => userIdTypeOf(id) !== undefined;

const NO_PERSON =
	'Choose from the list, or enter an open_id (ou_...), union_id (on_...) or user_id. User > Find by Email or Phone gives the ID of a person.';

const NO_GROUP = 'Choose from the list, or enter the chat_id (oc_...).';

/** Reads those that are selected: nobody selected would mean everybody. */
function readSelected(
	source: ParameterSource,
	scope: string,
	name: string,
	isValid: (id: string) => boolean,
	fix: string,
): Set<string> {
	if (read(scope, source.getNodeParameter(scope, 'all')) !== 'selected') return new Set();
	const ids = readIds(name, source.getNodeParameter(name, {}), isValid, fix);
	if (ids.size > 0) return ids;
	const label = fieldOf(name).displayName;
	throw new InputError(`${label} is empty`, 'Add at least one, or choose all.');
}

/** Patterns are compiled once, not for every event. */
const patterns = new Map<string, (text: string) => boolean>();

function patternOf(written: string): MessageFilter['pattern'] {
	if (written.trim() === '') return undefined;
	const pattern = patterns.get(written) ?? compilePattern(written);
	if (patterns.size > 100) patterns.clear();
	patterns.set(written, pattern);
	return pattern;
}

function readFilter(source: ParameterSource): MessageFilter {
	const given = toObject(source.getNodeParameter('filters', {}));
	const strategy = source.getNodeParameter('groupStrategy', 'all');
	return {
		places: new Set(read('chatTypes', source.getNodeParameter('chatTypes', [])) as Place[]),
		directPeople: readSelected(source, 'directScope', 'directPeople', isPerson, NO_PERSON),
		groups: readSelected(source, 'groupScope', 'groups', isChatId, NO_GROUP),
		needsMention: read('groupStrategy', strategy) === 'mention',
		everyoneCounts: read('everyoneCounts', given.everyoneCounts) === true,
		senders: readIds('senders', given.senders, isPerson, NO_PERSON),
		messageTypes: new Set(read('messageTypes', given.messageTypes) as string[]),
		keywords: readList('keywords', given.keywords).map((keyword) => keyword.toLowerCase()),
		pattern: patternOf(read('pattern', given.pattern) as string),
		commands: readCommandNames(readList('commands', given.commands)),
		includeBots: read('includeBots', given.includeBots) === true,
	};
}

function readEventTypes(value: unknown): string[] {
	const types = readList('customEvents', value);
	const wrong = types.find((type) => !/^[\w.]+$/.test(type) || isAccident(type));
	if (types.length > 0 && wrong === undefined) return types;
	throw new InputError(
		wrong === undefined ? 'Event Types is empty' : `Event Types cannot have "${wrong}"`,
		'Enter the event type from the documentation of the event, for example im.chat.updated_v1.',
	);
}

/**
 * Reads the parameters in `sharedProperties`.
 *
 * @throws InputError for a value that cannot be used: call it when the workflow is published, too
 */
export function readSettings(source: ParameterSource): EventSettings {
	const chosen = read('events', source.getNodeParameter('events', [])) as string[];
	const custom = chosen.includes(CUSTOM_EVENT)
		? readEventTypes(source.getNodeParameter('customEvents', ''))
		: [];
	const extras = toObject(source.getNodeParameter('extras', {}));
	const numberOf = (name: string) => read(name, extras[name]) as number | undefined;
	const simple = read('simple', source.getNodeParameter('simple', true)) === true;
	readReceipt(source);
	return {
		events: new Set([...chosen, ...custom]),
		anyEvent: chosen.includes(ANY_EVENT),
		filter: readFilter(source),
		simple,
		extras: {
			names: read('names', extras.names) === true,
			attachments: read('downloadAttachments', extras.downloadAttachments) === true,
			maxBytes: (numberOf('maxAttachmentSize') ?? 20) * MEGABYTE,
			recent: numberOf('recentMessages') ?? 0,
		},
		sessions: readSessions(extras),
		window: simple
			? readWindow({ window: numberOf('window'), windowLimit: numberOf('windowLimit') })
			: undefined,
	};
}
