import { Button, Modal, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { DIMENSIONS, type CalibrationFit, type Dimension, type ValueModel } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { useSettingsText } from './words';
import { useCalibration } from './calls';
import { NumberField } from './NumberField';

interface Row extends CalibrationFit {
  dimension: Dimension;
}

/** Scales that fit the brand: a share of those who have anything shall score at most so much. */
export function Calibrate({ model, apply }: { model: ValueModel; apply: (model: ValueModel) => void }) {
  const { t, format } = useSettingsText();
  const [open, setOpen] = useState(false);
  const [share, setShare] = useState(0.9);
  const [score, setScore] = useState(90);
  const calibration = useCalibration();
  const found = calibration.data;
  const columns: TableColumnsType<Row> = [
    { title: t('model.dimension'), dataIndex: 'dimension', render: (it: Dimension) => t(`dimension.${it}`) },
    { title: t('model.calibrate.members'), dataIndex: 'members', align: 'right', render: format.whole },
    { title: t('model.calibrate.now'), dataIndex: 'scale', align: 'right' },
    { title: t('model.calibrate.suggested'), dataIndex: 'suggested', align: 'right', render: (n: number) => <strong>{n}</strong> },
    { title: t('model.calibrate.median'), dataIndex: 'medianScore', align: 'right', render: format.score },
  ];
  const ask = () => calibration.mutate({ model, share, score });
  return (
    <>
      <Button size="small" onClick={() => { setOpen(true); ask(); }}>{t('model.calibrate')}</Button>
      <Modal
        open={open}
        width={720}
        title={t('model.calibrate.title')}
        onCancel={() => setOpen(false)}
        okText={t('model.calibrate.apply')}
        okButtonProps={{ disabled: found === undefined || calibration.isPending }}
        onOk={() => {
          if (found !== undefined) apply({ ...model, dimensions: found.model.dimensions });
          setOpen(false);
        }}
      >
        <p className="quiet">{t('model.calibrate.note')}</p>
        <div className="fields">
          <NumberField label={t('model.calibrate.share')} value={share} min={0.01} max={1} step={0.01} percent onChange={setShare} />
          <NumberField label={t('model.calibrate.score')} value={score} min={1} max={99} onChange={setScore} />
          <Button onClick={ask} loading={calibration.isPending}>{t('model.calibrate.again')}</Button>
        </div>
        {calibration.isError && <Refusal error={calibration.error} />}
        <Table<Row>
          size="small"
          rowKey="dimension"
          loading={calibration.isPending}
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={columns}
          dataSource={found === undefined ? [] : DIMENSIONS.map((dimension) => ({ dimension, ...found.dimensions[dimension] }))}
        />
      </Modal>
    </>
  );
}
