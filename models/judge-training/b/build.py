"""Compile q1.txt/q2.txt into questions.jsonl and check it."""
import json,collections,re,os,random
H=os.path.dirname(os.path.abspath(__file__))
art={f:open(f'{H}/articles/{f}',encoding='utf8').read() for f in os.listdir(f'{H}/articles')}
rows=[];meta=[];cur=None
for fn in('q1.txt','q2.txt'):
    for ln in open(f'{H}/{fn}',encoding='utf8'):
        ln=ln.rstrip('\n')
        if not ln: continue
        if ln[0]=='@': cur=ln[1:];continue
        neg=ln[0]=='-' or cur=='OTHER'
        p=ln.lstrip('-').split('|')
        st,lv,kd,q=p[:4]
        ans=[] if neg else p[4].split(';;')
        arts=[] if neg else [x+'.md' for x in [cur]+p[5:]]
        rows.append(dict(question=q,answerable=not neg,answers=ans,articles=arts,kind=kd,level=lv,language='en' if st[0]=='e' else 'id'))
        meta.append((st,'ans' if not neg else 'other' if cur=='OTHER' else 'near'))
bad=0
with open(f'{H}/questions.jsonl','w',encoding='utf8') as o:
    for i,r in enumerate(rows,1):
        o.write(json.dumps({'id':f'b{i:03d}',**r},ensure_ascii=False)+'\n')
R=[json.loads(l) for l in open(f'{H}/questions.jsonl',encoding='utf8')]
assert len({r['id'] for r in R})==len(R)
assert len({r['question'].lower() for r in R})==len(R)
for r in R:
    if r['answerable'] and not r['answers']: print('EMPTY',r);bad+=1
    for a in r['articles']:
        if a not in art: print('NOART',r);bad+=1
        elif not any(s.lower() in art[a].lower() for s in r['answers']): print('ARTICLE WITHOUT SPAN',a,r['question']);bad+=1
    for s in r['answers']:
        hits=[sum(art[a].lower().count(s.lower()) for a in r['articles'])]
        if not hits[0]: print('MISSING',r['id'],s,r['question']);bad+=1
        elif hits[0]>1: print('note multi',hits[0],s,'|',r['question'])
C=collections.Counter
print(len(R),'bad',bad,C(k for _,k in meta),C(r['language'] for r in R),'colloq',sum(m[0][0]=='c' for m in meta),'levels',C(r['level'] for r in R))
print('paraphrase tagged',sum('p' in m[0] for m in meta))
for g in('ans','near','other'): print(g,dict(C(r['kind'] for r,m in zip(R,meta) if m[1]==g)),dict(C(m[0][0] for m in meta if m[1]==g)))
print('all',dict(C(r['kind'] for r in R)))
