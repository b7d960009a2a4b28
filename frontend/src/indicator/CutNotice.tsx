import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { DimensionName } from '../api/types'
import { useDimensionWords } from '../dimensions/words'

/** Above what is shown of one value only, and the way back to the whole. */
export function CutNotice({ dimension, value }: { dimension: DimensionName; value: string }) {
  const words = useDimensionWords()
  return (
    <p className="notice">
      <Trans>
        {words.name(dimension)} : {words.value(value, dimension)}, seulement.
      </Trans>{' '}
      <Link to="." search={(kept: object) => ({ ...kept, valeur: undefined }) as never} replace resetScroll={false}>
        <Trans>Revenir à l’ensemble</Trans>
      </Link>
    </p>
  )
}
