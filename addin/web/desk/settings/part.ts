import type { Settings } from '../../../../core/plan/settings.ts';

/** What each part of the settings form shows and changes. */
export interface PartProps {
  readonly settings: Settings;
  readonly change: (settings: Settings) => void;
  readonly disabled: boolean;
}
