import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { CopyValue } from '../ui/CopyValue'

/** The only moment at which recovery codes can be read. */
export function CodesOnce({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="codes-once">
      <h3 ref={title} tabIndex={-1}>
        <Trans>Vos dix codes de secours</Trans>
      </h3>
      <p>
        <Trans>
          Chacun remplace une fois le code du téléphone, si vous le perdez. Ils ne sont montrés que maintenant : gardez-les ailleurs que sur ce téléphone.
        </Trans>
      </p>
      <CopyValue value={codes.join('\n')} block />
      <button type="button" className="button-quiet no-print" onClick={onClose}>
        <Trans>Je les ai gardés</Trans>
      </button>
    </div>
  )
}
