import { useWords } from '../words/use-words.tsx'
import { useAnnounce } from './announcer.tsx'
import { Button } from './button.tsx'
import { QrShown } from './qr-shown.tsx'

/** An address to be carried to another device: as a QR code, in letters, and into the clipboard. */
export const LinkShown = ({ url, label }: { readonly url: string; readonly label: string }) => {
  const { t } = useWords()
  const announce = useAnnounce()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url)
    announce(t('app.copied'))
  }
  return (
    <div className="link-shown">
      <QrShown text={url} label={label} />
      <div className="stack" data-gap="small">
        <p className="mono small link-shown-url" dir="ltr">
          {url}
        </p>
        {navigator.clipboard !== undefined && (
          <p>
            <Button size="small" onPress={() => void copy()}>
              {t('app.copy')}
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}
