import { namesCauseAndCure, without, type Broken } from './set-ups/check-setup';

const BROKEN: Broken[] = [
	{
		broken: 'the app is available to one person',
		breaks: ({ sandbox }) => {
			sandbox.app.availability = [sandbox.world.users[0].userId];
		},
		expected: [['availability', 'warning', /1 person and 0 departments only.*widen/]],
	},
	{
		broken: 'the contact range is one person',
		breaks: ({ sandbox }) => {
			const users = [sandbox.world.users[0].userId];
			sandbox.app.console.contactsRange = { type: 'some', users, departments: [] };
		},
		expected: [['contactRange', 'warning', /1 person and 0 departments.*Data permissions/]],
	},
	{
		broken: 'the app may not read its contact range',
		breaks: ({ sandbox }) => {
			sandbox.app.scopes = without('admin:app.info:readonly');
		},
		expected: [['contactRange', 'warning', /needs the scope admin:app\.info:readonly.*yourself/]],
	},
];

describe('App > Check Setup says whom the app reaches, and', () => {
	namesCauseAndCure(BROKEN);
});
