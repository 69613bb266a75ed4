import { i18n } from "#i18n";
import { StanceSign } from "../../ui/components/stance-sign.tsx";

/** That the dataset holds nothing, said as exactly that (R16). */
export function NoRecord() {
  return (
    <>
      <div class="stance">
        <StanceSign policy={null} />
        {i18n.t("stance.noRecord")}
      </div>
      <p class="scope">{i18n.t("card.noRecordText")}</p>
    </>
  );
}
