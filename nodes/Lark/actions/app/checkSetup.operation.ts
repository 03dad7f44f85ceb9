import { getBotInfo } from '../../../shared/lark/app';
import {
	countConnections,
	getApplication,
	getAppVersion,
	getContactsRange,
	listScopes,
} from '../../../shared/lark/apps';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';
import { moreEvents, moreScopes, purposeField, readNeeds, scopeNotices } from './fields';
import { findingsOf } from './findings';
import { readSetup } from './readSetup';

export const appCheckSetup: Operation = {
	name: 'Check Setup',
	value: 'checkSetup',
	action: 'Check the setup of the app',
	description:
		'Check what the Lark app has in the developer console against what it needs. One item per check: "status" is ok, warning or missing, "finding" says what, "fix" how to mend it, "link" where.',
	endpoints: [
		getBotInfo,
		listScopes,
		getApplication,
		getAppVersion,
		getContactsRange,
		countConnections,
	],
	lanes: [],
	properties: [
		purposeField.property,
		...scopeNotices,
		optionsCollection([moreEvents.property, moreScopes.property]),
	],

	async execute(item) {
		const needs = readNeeds(item);
		const { lark, ownUrl } = item;
		const setup = await readSetup(lark);
		return findingsOf({ app: lark.app, needs, setup, ownUrl }).map((finding) => ({ ...finding }));
	},
};
