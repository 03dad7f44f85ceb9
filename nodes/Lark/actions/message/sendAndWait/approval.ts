import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Question, QuestionButton } from '../../../../shared/decision/question';
import { readText } from '../../../../shared/values';
import type { ItemParameters } from '../../../fields/item';
import { checkLabel } from './choice';

/** n8n's names of the styles, and Lark's. */
const STYLES: Record<string, string> = {
	primary: 'primary',
	secondary: 'default',
	danger: 'danger',
};

const style = (displayName: string, name: string, byDefault: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: [
		{ name: 'Danger', value: 'danger' },
		{ name: 'Primary', value: 'primary' },
		{ name: 'Secondary', value: 'secondary' },
	],
	default: byDefault,
});

const forBoth = { displayOptions: { show: { approvalType: ['double'] } } };

const values: INodeProperties[] = [
	{
		displayName: 'Type of Approval',
		name: 'approvalType',
		type: 'options',
		default: 'single',
		options: [
			{ name: 'Approve Only', value: 'single' },
			{ name: 'Approve and Disapprove', value: 'double' },
		],
	},
	{
		displayName: 'Approve Button Label',
		name: 'approveLabel',
		type: 'string',
		default: 'Approve',
		description: 'What is on the button. "Approve" is shown in the language of the reader.',
	},
	style('Approve Button Style', 'buttonApprovalStyle', 'primary'),
	{
		displayName: 'Disapprove Button Label',
		name: 'disapproveLabel',
		type: 'string',
		default: 'Decline',
		description: 'What is on the button. "Decline" is shown in the language of the reader.',
		...forBoth,
	},
	{ ...style('Disapprove Button Style', 'buttonDisapprovalStyle', 'secondary'), ...forBoth },
	{
		displayName: 'Reason for Declining',
		name: 'declineReason',
		type: 'options',
		default: 'none',
		options: [
			{ name: 'Do Not Ask', value: 'none' },
			{ name: 'Optional', value: 'optional' },
			{ name: 'Required', value: 'required' },
		],
		description: 'Whether the card has a field for the reason',
		...forBoth,
	},
];

/** How an approval looks; the names are those of n8n's own Send and Wait. */
export const approvalOptions: INodeProperties = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add Option',
	default: {},
	options: [{ displayName: 'Values', name: 'values', values }],
};

/** The fields that say how many approvals are needed. */
export const approvalsNeeded: INodeProperties[] = [
	{
		displayName: 'Approvals Needed',
		name: 'approvalsNeeded',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'One', value: 'one' },
			{ name: 'Several', value: 'several', description: 'A number of people' },
			{ name: 'All', value: 'all', description: 'Everybody of the chosen people' },
		],
		default: 'one',
		description: 'How many people must approve',
	},
	{
		displayName: 'Number of Approvals',
		name: 'approvalsCount',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
		default: 2,
		description: 'How many people must approve',
		displayOptions: { show: { approvalsNeeded: ['several'] } },
	},
	{
		displayName: 'One Decline Ends It',
		name: 'declineEnds',
		type: 'boolean',
		default: true,
		description:
			'Whether the first decline decides. Otherwise it counts as declined when the approvals that are needed cannot be reached any more.',
		displayOptions: { show: { approvalsNeeded: ['several', 'all'] } },
	},
];

type Asked = Extract<Question['asked'], { type: 'approval' }>;

/** The label that somebody has entered; '' for n8n's own, which every reader gets in their language. */
function button(name: string, entered: unknown, byDefault: string, style: unknown): QuestionButton {
	const label = readText(name, entered).trim();
	return {
		label: label === byDefault ? '' : checkLabel(name, label),
		style: STYLES[String(style)],
	};
}

/**
 * Reads how an approval is asked for.
 *
 * @throws InputError for a value that cannot be used
 */
export function readApproval(
	item: ItemParameters,
	needed: Asked['needed'],
	declineEnds: boolean,
): Asked {
	const [row = {}] = item.rows('approvalOptions.values') as IDataObject[];
	const { buttonApprovalStyle = 'primary', buttonDisapprovalStyle = 'secondary' } = row;
	const hasDecline = row.approvalType === 'double';
	return {
		type: 'approval',
		approve: button('Approve Button Label', row.approveLabel, 'Approve', buttonApprovalStyle),
		...(hasDecline && {
			decline: button(
				'Disapprove Button Label',
				row.disapproveLabel,
				'Decline',
				buttonDisapprovalStyle,
			),
		}),
		reason: hasDecline ? ((row.declineReason ?? 'none') as Asked['reason']) : 'none',
		needed,
		declineEnds,
	};
}
