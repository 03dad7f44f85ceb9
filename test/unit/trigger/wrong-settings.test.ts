import type { IDataObject } from 'n8n-workflow';

import { callbackResponseProperties } from '../../../nodes/shared/trigger/callback/properties';
import { readCallbackResponse } from '../../../nodes/shared/trigger/callback/readCallbackResponse';
import { sharedProperties } from '../../../nodes/shared/trigger/properties';
import type { ParameterSource } from '../../../nodes/shared/trigger/context';
import { readSettings } from '../../../nodes/shared/trigger/settings';
import {
	checkWebhookOptions,
	siblingOptions,
} from '../../../nodes/LarkTrigger/siblings/properties';
import { InputError } from '../../../nodes/shared/inputError';
import { ANY_EVENT } from '../../../nodes/shared/events/catalog';
import { complaint } from '../../support/wrong-values/complaint';
import { fieldsOf, type Field } from '../../support/wrong-values/fields';
import { wrongValues } from '../../support/wrong-values/values';

const valueAt = (values: IDataObject, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>((value, name) => (value as IDataObject | undefined)?.[name], values);

const errorOf = (read: (source: ParameterSource) => unknown, values: IDataObject) => {
	try {
		read({ getNodeParameter: (name, fallback) => valueAt(values, name) ?? fallback });
		return undefined;
	} catch (error) {
		return error;
	}
};

/** In a picker, what is typed into it. */
const given = ({ property }: Field, value: unknown) =>
	property.type === 'resourceLocator' ? { __rl: true, mode: 'id', value } : value;

describe('a wrong value in a trigger', () => {
	const settings = fieldsOf(sharedProperties).map((field) => ({ field, read: readSettings }));
	const others = fieldsOf([siblingOptions]).map((field) => ({ field, read: checkWebhookOptions }));
	const answers = fieldsOf(callbackResponseProperties).map((field) => ({
		field,
		read: readCallbackResponse,
	}));

	it.each(
		[...settings, ...answers, ...others].map((entry) => ({ label: entry.field.label, ...entry })),
	)('is refused in $label', ({ field, read }) => {
		const base = { events: [ANY_EVENT], toastText: 'Done', callbackTemplateId: 'AAqk1' };
		const complaints = wrongValues(field).flatMap((value) => {
			if (value === undefined || value === null) return []; // n8n gives the default then.
			const values = { ...base, ...field.shownBy, ...field.with(given(field, value)) };
			const error = errorOf(read, values);
			const said = error instanceof InputError ? { error: error.message, details: error.fix } : {};
			return complaint(field, value, said) ?? [];
		});
		expect(complaints).toEqual([]);
	});
});
